//! A part of the page that is made anew when a signal it reads changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::element::Element;
use super::follow;
use super::nodes::AnyView;
use crate::ui::dom;

/// The place of a live part: everything between two empty texts.
pub struct Place {
    first: web_sys::Node,
    last: web_sys::Node,
    /// What stands in it, where that is one text and nothing else.
    text: RefCell<Option<String>>,
}

impl Place {
    /// A place with nothing in it.
    pub fn new() -> Self {
        let mark = || dom::document().create_text_node("").into();
        Self { first: mark(), last: mark(), text: RefCell::default() }
    }

    /// The node behind everything in the place.
    pub const fn end(&self) -> &web_sys::Node {
        &self.last
    }

    /// The node before everything in the place.
    pub const fn start(&self) -> &web_sys::Node {
        &self.first
    }

    /// Everything in the place with its marks.
    fn nodes(&self) -> Vec<web_sys::Node> {
        let mut nodes = vec![self.first.clone()];
        while let Some(next) = nodes.last().filter(|node| **node != self.last).and_then(web_sys::Node::next_sibling) {
            nodes.push(next);
        }
        nodes
    }

    /// Moves everything before another node; stays where it stands there already.
    pub fn move_before(&self, next: &web_sys::Node) {
        if self.last.next_sibling().is_some_and(|behind| behind == *next) {
            return;
        }
        let Some(parent) = next.parent_node() else { return };
        for node in self.nodes() {
            let _ = parent.insert_before(&node, Some(next));
        }
    }

    /// Takes the place itself off the page.
    pub fn remove(&self) {
        for node in self.nodes() {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(&node);
            }
        }
    }

    /// The marks around `inside`, as one view.
    pub fn around(&self, inside: AnyView) -> AnyView {
        AnyView::one(self.first.clone()).child(inside).child(AnyView::one(self.last.clone()))
    }

    /// Whether it stands somewhere already.
    fn is_placed(&self) -> bool {
        self.last.parent_node().is_some()
    }

    /// Takes out what stands in the place.
    pub fn clear(&self) {
        while let Some(node) = self.first.next_sibling().filter(|node| *node != self.last) {
            let Some(parent) = node.parent_node() else { return };
            let _ = parent.remove_child(&node);
        }
    }

    /// Notes what is about to stand in the place; gives back the text that stood there alone.
    fn note(&self, view: &AnyView) -> Option<String> {
        self.text.replace(view.only_text().map(str::to_owned))
    }

    /// Puts something else into the place. A text that is replaced by a text stays the same node.
    fn put(&self, view: AnyView) {
        let shown = self.note(&view);
        if let (Some(shown), Some(text)) = (shown, view.only_text()) {
            if shown == text {
                return;
            }
            if let Some(node) = self.first.next_sibling().filter(|node| *node != self.last) {
                return node.set_text_content(Some(text));
            }
        }
        self.clear();
        view.insert_before(&self.last);
    }
}

/// A view that follows the signals it reads.
pub fn view(mut make: Box<dyn FnMut() -> AnyView>) -> AnyView {
    let place = Rc::new(Place::new());
    // The first nodes are put between the marks before the marks stand anywhere.
    let first = Rc::new(RefCell::new(None));
    let (inner, held) = (Rc::clone(&place), Rc::clone(&first));
    follow(Box::new(move || {
        let view = make();
        if inner.is_placed() {
            inner.put(view);
        } else {
            inner.note(&view);
            *held.borrow_mut() = Some(view);
        }
    }));
    let inside = first.borrow_mut().take().unwrap_or_default();
    place.around(inside)
}

/// A view that is made when the second part is called; until then so many pixels are held open for it.
pub fn held_open(px: f64, make: impl FnOnce() -> AnyView + 'static) -> (AnyView, impl FnOnce() + 'static) {
    let place = Rc::new(Place::new());
    let gap = Element::html("div").style("block-size", format!("{px}px"));
    let view = place.around(AnyView::new().child(gap));
    let owner = Owner::current().unwrap_or_default().child();
    let is_gone = Rc::new(Cell::new(false));
    // What is made lives as long as the view around it.
    let held = SendWrapper::new((Rc::clone(&is_gone), owner.clone()));
    on_cleanup(move || {
        let (is_gone, owner) = held.take();
        is_gone.set(true);
        drop(owner);
    });
    let fill = move || {
        if !is_gone.get() {
            place.put(untrack(|| owner.with(make)));
        }
    };
    (view, fill)
}
