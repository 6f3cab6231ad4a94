//! How tabs on the same workbook reach each other: a channel, or where there is none a key in localStorage, whose change
//! the other tabs are told of.

use wasm_bindgen::JsCast as _;
use web_sys::{BroadcastChannel, MessageEvent};

use super::local::Local;
use super::platform::listen;
use crate::storage::keys;
use crate::storage::message::Message;

/// A way to the other tabs. Dropping it closes it.
pub struct Channel {
    way: Way,
    count: u64,
}

enum Way {
    Broadcast(BroadcastChannel),
    Wire(Local, String),
    Nowhere,
}

impl Channel {
    /// Opens the way for a workbook; `receive` is called with every text that comes in.
    pub fn open(id: &str, local: Option<&Local>, receive: impl Fn(String) + 'static) -> Self {
        let way = match (BroadcastChannel::new(&format!("kamsheet:{id}")), local) {
            (Ok(channel), _) => {
                listen(&channel, "message", move |event| {
                    let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                    if let Some(text) = text {
                        receive(text);
                    }
                });
                Way::Broadcast(channel)
            }
            // What comes in this way is told by the storage event, which the page listens to anyway.
            (Err(_), Some(local)) => Way::Wire(local.clone(), format!("{}{id}", keys::WIRE)),
            (Err(_), None) => Way::Nowhere,
        };
        Self { way, count: 0 }
    }

    /// Tells the other tabs.
    pub fn post(&mut self, message: &Message) {
        self.post_text(&message.to_json());
    }

    /// The same with what the message is as JSON.
    pub fn post_text(&mut self, message: &str) {
        match &self.way {
            Way::Broadcast(channel) => {
                // It fails only once the channel is closed, and then nobody is meant to hear.
                let _ = channel.post_message(&message.into());
            }
            Way::Wire(local, key) => {
                // A number in front, because writing the same text again tells nobody.
                self.count += 1;
                let _ = local.set(key, &format!("{} {message}", self.count).as_str().into());
                local.remove(key);
            }
            Way::Nowhere => {}
        }
    }
}

/// The message in what stands under the key of the wire.
pub fn from_wire(text: &str) -> Option<&str> {
    text.split_once(' ').map(|(_, message)| message)
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Way::Broadcast(channel) = &self.way {
            channel.close();
        }
    }
}
