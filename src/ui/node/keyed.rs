//! A list of views by key: a view stays as long as its key does, and moves with it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::follow;
use super::live::Place;
use super::nodes::AnyView;

/// One view of the list.
struct Item<K> {
    key: K,
    place: Place,
    owner: Owner,
}

/// Views of `make` for each key of `keys`, told when the keys change. A view whose key goes is dropped with its signals.
pub fn keyed<K: PartialEq + Clone + 'static>(
    keys: impl Fn() -> Vec<K> + 'static,
    make: impl Fn(K) -> AnyView + 'static,
) -> AnyView {
    keyed_by(keys, K::clone, make)
}

/// Views of `make` for each of `items`, told when the items change. A view stays as long as an item has its key.
pub fn keyed_by<T: 'static, K: PartialEq + 'static>(
    items: impl Fn() -> Vec<T> + 'static,
    key_of: impl Fn(&T) -> K + 'static,
    make: impl Fn(T) -> AnyView + 'static,
) -> AnyView {
    let parent = Owner::current().unwrap_or_default();
    let whole = Rc::new(Place::new());
    let first: Rc<RefCell<Option<AnyView>>> = Rc::default();
    let (place, held) = (Rc::clone(&whole), Rc::clone(&first));
    let mut shown: Vec<Item<K>> = Vec::new();
    follow(Box::new(move || {
        let items = items();
        let mut left: Vec<Item<K>> = std::mem::take(&mut shown);
        // From the end to the front, so that each view is put before one that stands where it belongs.
        let mut made: Option<Vec<AnyView>> = place.end().parent_node().is_none().then(Vec::new);
        let mut behind = place.end().clone();
        for one in items.into_iter().rev() {
            let key = key_of(&one);
            let known = left.iter().rposition(|item| item.key == key).map(|at| left.remove(at));
            let item = match known {
                Some(item) => {
                    item.place.move_before(&behind);
                    item
                }
                None => {
                    let owner = parent.child();
                    let place = Place::new();
                    let view = place.around(untrack(|| owner.with(|| make(one))));
                    match &mut made {
                        Some(made) => made.push(view),
                        None => view.insert_before(&behind),
                    }
                    Item { key, place, owner }
                }
            };
            behind = item.place.start().clone();
            shown.push(item);
        }
        shown.reverse();
        for gone in left {
            gone.owner.cleanup();
            gone.place.remove();
        }
        if let Some(made) = made {
            *held.borrow_mut() = Some(made.into_iter().rev().fold(AnyView::new(), AnyView::child));
        }
    }));
    let inside = first.borrow_mut().take().unwrap_or_default();
    whole.around(inside)
}
