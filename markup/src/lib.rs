//! `view! { <p class="x" on:click=act>{text}</p> }` in the syntax of Leptos, turned into calls of one untyped builder
//! (`ui::node`). Leptos' own macro gives every view a type of its own, and each type its own compiled code; here all
//! views share the code of the builder, which makes the program that starts the page half as large.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::spanned::Spanned;

/// Elements of SVG. `title`, `text` and `a` are taken as SVG only inside of one of the others.
const SVG: [&str; 16] = [
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "tspan", "defs", "pattern",
    "marker", "clipPath", "use", "text",
];

/// Events of the program's own, which the browser has no name for.
const OWN_EVENTS: [&str; 3] = ["near", "far", "all"];

/// Markup as a view.
#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(input.into()) {
        Ok(nodes) => nodes_of(&nodes).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// One element stays a builder; anything else is a row of children.
fn nodes_of(nodes: &[Node]) -> TokenStream {
    match nodes {
        [Node::Element(element)] => element_of(element, false),
        _ => {
            let children = nodes.iter().filter_map(|node| child_of(node, false));
            quote! { crate::ui::node::Nodes::new()#(.child(#children))* }
        }
    }
}

fn child_of(node: &Node, in_svg: bool) -> Option<TokenStream> {
    match node {
        Node::Element(element) => Some(element_of(element, in_svg)),
        Node::Block(block) => Some(expression_in(block)),
        Node::Text(text) => {
            let value = &text.value;
            Some(quote! { #value })
        }
        Node::RawText(text) => {
            let words = text.to_string_best();
            Some(quote! { #words })
        }
        Node::Fragment(fragment) => {
            let children = fragment.children.iter().filter_map(|node| child_of(node, in_svg));
            Some(quote! { crate::ui::node::Nodes::new()#(.child(#children))* })
        }
        Node::Comment(_) | Node::Doctype(_) | Node::Custom(_) => None,
    }
}

/// What stands in braces; the braces themselves only where there is more than an expression.
fn expression_in(block: &rstml::node::NodeBlock) -> TokenStream {
    match block.try_block().map(|block| block.stmts.as_slice()) {
        Some([syn::Stmt::Expr(expression, None)]) => quote! { #expression },
        _ => quote! { #block },
    }
}

fn element_of(element: &NodeElement<rstml::Infallible>, in_svg: bool) -> TokenStream {
    let name = element.name().to_string();
    let is_svg = SVG.contains(&name.as_str()) || (in_svg && matches!(name.as_str(), "title" | "a"));
    let start = if is_svg {
        quote! { crate::ui::node::Element::svg(#name) }
    } else {
        quote! { crate::ui::node::Element::html(#name) }
    };
    let attributes = element.attributes().iter().map(attribute_of);
    let children = element.children.iter().filter_map(|node| child_of(node, is_svg));
    // Children first: a select knows its value only once its options are there.
    quote! { #start #(.child(#children))* #(#attributes)* }
}

fn attribute_of(attribute: &NodeAttribute) -> TokenStream {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return syn::Error::new(attribute.span(), "an attribute has a name").to_compile_error();
    };
    let name = attribute.key.to_string();
    let value = value_of(attribute);
    match name.split_once(':') {
        Some(("on", event)) if OWN_EVENTS.contains(&event) => {
            quote! { .on(::leptos::ev::Custom::<::leptos::ev::Event>::new(#event), #value) }
        }
        Some(("on", event)) => {
            let event = syn::Ident::new(event, attribute.key.span());
            quote! { .on(::leptos::ev::#event, #value) }
        }
        Some(("class", class)) => quote! { .class(#class, #value) },
        Some(("style", property)) => quote! { .style(#property, #value) },
        Some(("prop", property)) => quote! { .prop(#property, #value) },
        _ if name == "node_ref" => quote! { .node_ref(#value) },
        _ => quote! { .attr(#name, #value) },
    }
}

fn value_of(attribute: &KeyedAttribute) -> TokenStream {
    attribute.value().map_or_else(|| quote! { true }, |value| quote! { #value })
}
