//! What is written into the stores and sent between tabs comes back the same, and damage shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod storage_support;

use kamsheet::change::{Patch, apply};
use kamsheet::file::patch::{PatchError, from_json, to_json};
use kamsheet::file::{Workbook, write};
use kamsheet::storage::entry::{Entry, EntryError};
use kamsheet::storage::message::Message;
use kamsheet::storage::sealed::{Header, Unsealed, peek, seal, unseal};
use kamsheet::storage::seen::{Seen, Stamp};
use kamsheet::storage::texts::Texts;
use proptest::prelude::*;
use storage_support::{any_act, card, fresh, patch_of};

fn header(generation: u64) -> Header {
    let stamp = Stamp { generation, tab: String::from("tab1") };
    let mut seen = Seen::up_to(1);
    seen.add(&stamp);
    Header { stamp, seen, card: card() }
}

fn sealed(generation: u64) -> String {
    seal(&header(generation), "{\"format\":\"kamsheet\",\"a\":\"\\\",\\\"doc\\\":{\"}")
}

proptest! {
    #![proptest_config(storage_support::cases(60))]
    #[test]
    fn patches_and_entries_come_back_the_same(acts in prop::collection::vec(any_act(), 1..30)) {
        let mut document = fresh();
        let mut whole = Patch::default();
        for act in &acts {
            let patch = patch_of(&document, act, "t");
            prop_assert_eq!(from_json(&to_json(&patch)).unwrap(), patch.clone());
            apply(&mut document, &patch);
            whole.ops.extend(patch.ops);
        }
        let entry = Entry { stamp: Stamp { generation: 7, tab: String::from("t\"1") }, before: 3, patch: whole.inverse() };
        prop_assert_eq!(Entry::from_json(&entry.to_json()).unwrap(), entry.clone());
        let message = Message::Edit(entry);
        prop_assert_eq!(Message::from_json(&message.to_json()).unwrap(), message);
    }

    #[test]
    fn texts_by_table_join_to_the_whole(acts in prop::collection::vec(any_act(), 1..40)) {
        let mut workbook = Workbook::new(fresh());
        let mut texts = Texts::default();
        for act in &acts {
            let patch = patch_of(&workbook.document, act, "t");
            apply(&mut workbook.document, &patch);
            texts.touch(&patch);
            let anew = write::join(&workbook, &|table| write::table_json(&workbook.document, table).into());
            prop_assert_eq!(texts.join(&workbook), anew);
        }
    }

    #[test]
    fn any_damage_to_a_sealed_text_shows(at in any::<prop::sample::Index>(), bit in 0_u8..8, cut in any::<bool>()) {
        let text = sealed(4);
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
        let damaged = String::from_utf8_lossy(&bytes).into_owned();
        prop_assert_eq!(unseal(&damaged), Unsealed::Bad);
    }

    #[test]
    fn nothing_makes_reading_panic(text in ".{0,300}") {
        let _ = (unseal(&text), peek(&text), Entry::from_json(&text), Message::from_json(&text), from_json(&text));
    }
}

#[test]
fn a_sealed_text_opens_and_can_be_peeked_at() {
    let text = sealed(4);
    let Unsealed::Good(found, doc) = unseal(&text) else { panic!("not good") };
    assert_eq!(*found, header(4));
    assert_eq!(doc, "{\"format\":\"kamsheet\",\"a\":\"\\\",\\\"doc\\\":{\"}");
    let beginning: String = text.chars().take(600).collect();
    assert_eq!(peek(&beginning), Some((1, Some(header(4)))));
}

#[test]
fn newer_texts_are_told_from_damaged_ones() {
    assert_eq!(unseal(&sealed(4).replace("\"schema\":1", "\"schema\":999")), Unsealed::Newer(999));
    assert_eq!(unseal("{\"format\":\"kamsheet\",\"schema\":2,\"layout\":\"other\"}"), Unsealed::Newer(2));
    for text in ["", "null", "[]", "{}", "{\"format\":\"kamsheet\"}", "{\"format\":\"kamsheet\",\"schema\":1}"] {
        assert_eq!(unseal(text), Unsealed::Bad, "{text}");
    }
}

#[test]
fn a_patch_naming_what_is_not_known_is_an_error_of_that_patch() {
    let unknown = |text: &str| from_json(text).unwrap_err();
    assert_eq!(unknown("[{\"t\":\"w9.none\",\"f\":\"x\"}]"), PatchError::UnknownTable(String::from("w9.none")));
    assert_eq!(
        unknown("[{\"t\":\"w3.needs\",\"r\":\"a\",\"f\":\"zz\"}]"),
        PatchError::UnknownField(String::from("w3.needs.zz"))
    );
    let newer = "{\"schema\":9,\"generation\":1,\"tab\":\"t\",\"before\":0,\"checksum\":\"\",\"patch\":[]}";
    assert_eq!(Entry::from_json(newer), Err(EntryError::Newer(9)));
}

#[test]
fn a_file_of_the_recovery_page_gives_back_the_newest_state_of_every_workbook() {
    use kamsheet::model::{Id, Place, Value};
    use kamsheet::storage::rescue::{is_rescue, workbooks};
    use kamsheet::worksheets::account::profile;
    let name = Place::form(profile::TABLE, profile::NAME.slot);
    let set =
        |to: &str| Patch::one(kamsheet::change::Op::Set { place: name.clone(), before: None, after: Value::text(to) });
    let mut workbook = Workbook::new(fresh());
    apply(&mut workbook.document, &set("stored"));
    let text = seal(&header(2), &write::join(&workbook, &|table| write::table_json(&workbook.document, table).into()));
    let entry =
        Entry { stamp: Stamp { generation: 3, tab: String::from("tab1") }, before: 2, patch: set("typed last") };
    let id = workbook.document.id.as_str();
    let rescue = |local: &str, journal: &str, snapshot: &str| {
        serde_json::json!({
            "format": "kamsheet-rescue", "made": "2026-03-08T09:00:00Z",
            "local_storage": { format!("kamsheet:doc:{id}"): local, "kamsheet:lang": "zh" },
            "database": {
                "journal": [{ "key": [id, 3, "tab1"], "value": journal }],
                "snapshots": [{ "key": [id, 0, 1], "value": "{}" }, { "key": [id, 1, 1], "value": snapshot }],
            },
        })
    };
    let mut ids = || Id::from("new");
    let mut name_in = |json: serde_json::Value| {
        let text = serde_json::to_string_pretty(&json).unwrap();
        assert!(is_rescue(&text));
        let found = workbooks(&text, &mut ids).unwrap();
        found.first().map(|workbook| workbook.document.value(&name).cloned())
    };
    assert_eq!(name_in(rescue(&text, &entry.to_json(), "")), Some(Value::text("typed last")));
    assert_eq!(name_in(rescue(&text, "damaged", "")), Some(Value::text("stored")));
    assert_eq!(name_in(rescue("damaged", "damaged", &text)), Some(Value::text("stored")));
    assert_eq!(name_in(rescue("damaged", "damaged", "damaged")), None);
    assert!(!is_rescue(&text) && workbooks(&text, &mut ids).is_none());
}
