//! The builder of one element.

use leptos::ev::EventDescriptor;
use leptos::html::ElementType;
use leptos::tachys::html::node_ref::NodeRefContainer;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::Closure;

use super::nodes::Child;
use super::value::{IntoSource, Source};
use crate::ui::dom;

const SVG: &str = "http://www.w3.org/2000/svg";

/// One element of the page with what was put on it so far.
pub struct Element(Option<web_sys::Element>);

impl Element {
    /// An element of HTML.
    pub fn html(name: &'static str) -> Self {
        Self(dom::document().create_element(name).ok())
    }

    /// An element of SVG.
    pub fn svg(name: &'static str) -> Self {
        Self(dom::document().create_element_ns(Some(SVG), name).ok())
    }

    /// The element itself.
    pub(super) fn into_node(self) -> Option<web_sys::Node> {
        self.0.map(Into::into)
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl IntoSource) -> Self {
        self.set_attribute(name, value.into_source());
        self
    }

    fn set_attribute(&self, name: &'static str, source: Source) {
        let Some(element) = self.0.clone() else { return };
        source.into(Box::new(move |value| {
            let _ = match value.text() {
                Some(text) => element.set_attribute(name, text),
                None => element.remove_attribute(name),
            };
        }));
    }

    /// Switches a class on or off.
    #[must_use]
    pub fn class(self, name: &'static str, on: impl IntoSource) -> Self {
        self.set_class(name, on.into_source());
        self
    }

    fn set_class(&self, name: &'static str, source: Source) {
        let Some(list) = self.0.as_ref().map(web_sys::Element::class_list) else { return };
        source.into(Box::new(move |value| {
            let _ = list.toggle_with_force(name, value.is_on());
        }));
    }

    /// Sets one property of its style.
    #[must_use]
    pub fn style(self, name: &'static str, value: impl IntoSource) -> Self {
        self.set_style(name, value.into_source());
        self
    }

    fn set_style(&self, name: &'static str, source: Source) {
        let Some(element) = self.0.clone() else { return };
        let style = element.unchecked_into::<web_sys::HtmlElement>().style();
        source.into(Box::new(move |value| {
            let _ = style.set_property(name, value.text().unwrap_or_default());
        }));
    }

    /// Sets a property of the element: a text, or yes and no.
    #[must_use]
    pub fn prop(self, name: &'static str, value: impl IntoSource) -> Self {
        self.set_property(name, value.into_source());
        self
    }

    fn set_property(&self, name: &'static str, source: Source) {
        let Some(element) = self.0.clone() else { return };
        source.into(Box::new(move |value| {
            let value = match &value {
                super::value::Value::Absent => false.into(),
                super::value::Value::Present => true.into(),
                text => text.text().into(),
            };
            let _ = js_sys::Reflect::set(&element, &name.into(), &value);
        }));
    }

    /// Listens to an event.
    #[must_use]
    pub fn on<E>(self, event: E, mut act: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: wasm_bindgen::JsCast + FromWasmAbi,
    {
        self.listen(&event.name(), Box::new(move |event| act(event.unchecked_into())));
        self
    }

    fn listen(&self, name: &str, act: Box<dyn FnMut(web_sys::Event)>) {
        let Some(element) = &self.0 else { return };
        // The browser frees it together with the element: an element that leaves the page still loses the focus.
        let listener = Closure::wrap(act).into_js_value();
        let _ = element.add_event_listener_with_callback(name, listener.unchecked_ref());
    }

    /// Does this to the element now, and again whenever a signal it reads changes: one watch for all that changes together.
    #[must_use]
    pub fn keep(self, mut act: Box<dyn FnMut(&web_sys::Element)>) -> Self {
        if let Some(element) = self.0.clone() {
            super::follow(Box::new(move || act(&element)));
        }
        self
    }

    /// Hands the element out once it is made.
    #[must_use]
    pub fn node_ref<E: ElementType>(self, container: impl NodeRefContainer<E>) -> Self {
        if let Some(element) = &self.0 {
            container.load(element);
        }
        self
    }

    /// Adds a child behind those that are there.
    #[must_use]
    pub fn child(self, child: impl Child) -> Self {
        if let Some(element) = &self.0 {
            child.into_view().append_to(element);
        }
        self
    }
}
