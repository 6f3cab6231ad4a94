//! Views: a row of nodes, made once, and everything that can become one.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::element::Element;
use super::live;
use crate::ui::dom;

/// A finished view: its pieces, not yet on the page.
#[derive(Default)]
pub struct AnyView(Vec<Piece>);

/// One piece of a view. A text becomes a node when it comes to the page: where the same text stands already, never.
enum Piece {
    Node(web_sys::Node),
    Text(String),
}

/// A view in the making.
pub type Nodes = AnyView;

impl AnyView {
    /// Nothing.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn one(node: web_sys::Node) -> Self {
        Self(vec![Piece::Node(node)])
    }

    /// Adds a child behind those that are there.
    #[must_use]
    pub fn child(mut self, child: impl Child) -> Self {
        self.0.extend(child.into_view().0);
        self
    }

    /// The view itself: it has no other type to lose.
    #[must_use]
    pub fn into_any(self) -> Self {
        self
    }

    /// Puts the nodes into an element, behind what it holds.
    pub fn append_to(self, parent: &web_sys::Element) {
        for piece in self.0 {
            let _ = match piece {
                Piece::Node(node) => parent.append_child(&node).map(drop),
                Piece::Text(text) => parent.append_with_str_1(&text),
            };
        }
    }

    /// Puts the nodes before another node.
    pub(super) fn insert_before(self, next: &web_sys::Node) {
        let Some(parent) = next.parent_node() else { return };
        for piece in self.0 {
            let node = match piece {
                Piece::Node(node) => node,
                Piece::Text(text) => dom::document().create_text_node(&text).into(),
            };
            let _ = parent.insert_before(&node, Some(next));
        }
    }

    /// The text, where the view is one text and nothing else.
    pub(super) fn only_text(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }
}

fn text(text: String) -> AnyView {
    AnyView(if text.is_empty() { Vec::new() } else { vec![Piece::Text(text)] })
}

/// What can stand between tags.
pub trait Child {
    /// As nodes.
    fn into_view(self) -> AnyView;
}

impl Child for AnyView {
    fn into_view(self) -> Self {
        self
    }
}

impl Child for Element {
    fn into_view(self) -> AnyView {
        self.into_node().map_or_else(AnyView::new, AnyView::one)
    }
}

impl Child for () {
    fn into_view(self) -> AnyView {
        AnyView::new()
    }
}

impl Child for &str {
    fn into_view(self) -> AnyView {
        text(self.to_owned())
    }
}

impl Child for String {
    fn into_view(self) -> AnyView {
        text(self)
    }
}

impl Child for usize {
    fn into_view(self) -> AnyView {
        text(self.to_string())
    }
}

impl<T: Child> Child for Option<T> {
    fn into_view(self) -> AnyView {
        self.map_or_else(AnyView::new, Child::into_view)
    }
}

impl<T: Child> Child for Vec<T> {
    fn into_view(self) -> AnyView {
        self.collect_view()
    }
}

impl Child for Signal<String> {
    fn into_view(self) -> AnyView {
        Child::into_view(move || self.get())
    }
}

impl<F, T> Child for F
where
    F: FnMut() -> T + 'static,
    T: Child,
{
    fn into_view(mut self) -> AnyView {
        live::view(Box::new(move || self().into_view()))
    }
}

/// A view of Leptos' own, as the parts that come later make them.
impl Child for leptos::prelude::AnyView {
    fn into_view(self) -> AnyView {
        let place = dom::document().create_document_fragment();
        let mut state = self.build();
        state.mount(place.unchecked_ref(), None);
        let state = send_wrapper::SendWrapper::new(state);
        on_cleanup(move || drop(state));
        let nodes = place.child_nodes();
        AnyView((0..nodes.length()).filter_map(|at| nodes.item(at)).map(Piece::Node).collect())
    }
}

/// Takes the type from a view.
pub trait IntoAny {
    /// As a view.
    fn into_any(self) -> AnyView;
}

impl<T: Child> IntoAny for T {
    fn into_any(self) -> AnyView {
        self.into_view()
    }
}

/// Many views as one.
pub trait CollectView {
    /// As one view.
    fn collect_view(self) -> AnyView;
}

impl<I> CollectView for I
where
    I: IntoIterator,
    I::Item: Child,
{
    fn collect_view(self) -> AnyView {
        let mut all = AnyView::new();
        for item in self {
            all.0.extend(item.into_view().0);
        }
        all
    }
}
