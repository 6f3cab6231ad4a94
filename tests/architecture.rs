//! The folders under src are layers: each uses only itself and those above it, and knows nothing it must not know.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The layers, top first.
const LAYERS: [&str; 9] = ["model", "i18n", "worksheets", "analysis", "change", "file", "charts", "storage", "ui"];

/// Layers that are built without a browser.
const PURE: usize = 7;

/// Words that may not stand in the code of some layers.
const FORBIDDEN: [(&[&str], &[&str], &str); 4] = [
    (
        &["model", "i18n", "worksheets", "analysis", "change"],
        &["serde", "serde_json", "file::json", "Json<"],
        "knows no JSON",
    ),
    (
        &["model", "i18n", "worksheets", "analysis", "change", "file", "charts"],
        &[
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
            "SystemTime",
            "Instant",
            "std::time",
            "std::fs",
            "std::net",
            "std::env",
            "std::thread",
            "rand::",
            "getrandom",
        ],
        "knows no browser, no clock, no randomness",
    ),
    (&["storage"], &["leptos"], "knows no views"),
    (
        &["ui"],
        &[
            "local_storage",
            "localStorage",
            "gloo_storage",
            "indexed_db",
            "IdbFactory",
            "serde_json",
            "file::json",
            "file::parse",
        ],
        "knows no storage and no JSON",
    ),
];

/// Most lines of a file. A file that grows beyond is to be split.
const MOST_LINES: usize = 400;
/// Files that are longer, with the length they may not pass: tables of words, and two to be split.
const LONGER: [(&str, usize); 4] =
    [("worksheets/scales.rs", 420), ("i18n/ui.rs", 700), ("ui/sheet/list.rs", 480), ("storage/browser/store.rs", 450)];

struct Source {
    /// Path under src.
    name: String,
    layer: usize,
    code: String,
    lines: usize,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for folder in LAYERS.iter().map(|layer| root.join(layer)).filter(|folder| folder.is_dir()) {
        collect(&folder, &mut files);
    }
    assert!(files.len() > 50, "the sources are found");
    let source = |path: &PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let layer = LAYERS.iter().position(|layer| name.starts_with(&format!("{layer}/"))).unwrap();
        let text = fs::read_to_string(path).unwrap();
        Source { layer, lines: text.lines().count(), code: without_comments_and_texts(&text), name }
    };
    files.iter().map(source).collect()
}

/// The Rust files of a folder, but for files of tests: those may build what they need with any layer.
fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            into.push(path);
        }
    }
}

/// The code of a file: comments and what stands in quotes are not code.
fn without_comments_and_texts(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let code = line.split("//").next().unwrap_or_default();
        // Every other part of a line between quotes is a text; good enough for words that no text of ours needs.
        out.extend(code.replace("\\\"", "").split('"').step_by(2));
        out.push('\n');
    }
    out
}

/// The modules of this crate that a file names: `crate::x`, also inside `use crate::{x::…, y::…}`.
fn used_modules(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for behind in code.split("crate::").skip(1) {
        let group = behind.strip_prefix('{').and_then(|inside| inside.split(';').next());
        match group {
            None => used.push(word(behind)),
            Some(inside) => {
                let mut depth = 0_i32;
                let mut start = true;
                for (at, letter) in inside.char_indices() {
                    if start && depth == 0 && letter.is_alphabetic() {
                        used.push(word(&inside[at..]));
                        start = false;
                    }
                    match letter {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' => start = true,
                        _ => {}
                    }
                }
            }
        }
    }
    used
}

fn word(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

#[test]
fn each_layer_uses_only_those_above_it() {
    let mut wrong = Vec::new();
    for source in sources() {
        for module in used_modules(&source.code) {
            let used = LAYERS.iter().position(|layer| *layer == module);
            if used.is_some_and(|used| used > source.layer) {
                wrong.push(format!("{} uses {module}", source.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_layer_knows_what_it_must_not_know() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (layers, words, rule) in FORBIDDEN {
            if layers.contains(&LAYERS[source.layer]) {
                let found = words.iter().filter(|word| source.code.contains(**word));
                wrong.extend(found.map(|word| format!("{}: {word}, but {} {rule}", source.name, LAYERS[source.layer])));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_modules_stand_in_the_order_of_the_layers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let text = fs::read_to_string(root).unwrap();
    let modules: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let expected: Vec<&str> = LAYERS.into_iter().filter(|layer| modules.contains(layer)).collect();
    assert_eq!(modules, expected);
    // What is pure is built without the feature of the page, and the rest only with it.
    let behind_feature: Vec<&str> =
        text.split("#[cfg(feature = \"ui\")]").skip(1).map(|part| part.trim_start()).collect();
    for layer in LAYERS.iter().filter(|layer| modules.contains(*layer)) {
        let is_behind = behind_feature.iter().any(|part| part.starts_with(&format!("pub mod {layer};")));
        let is_pure = LAYERS.iter().position(|other| other == layer).unwrap() < PURE;
        assert!(!(is_pure && is_behind), "{layer}");
    }
}

#[test]
fn files_stay_short_enough_to_read() {
    let mut wrong = Vec::new();
    for source in sources() {
        let longer = LONGER.iter().find(|(name, _)| *name == source.name).map(|(_, lines)| *lines);
        if source.lines > longer.unwrap_or(MOST_LINES) {
            wrong.push(format!("{}: {} lines", source.name, source.lines));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_check_finds_what_it_looks_for() {
    let code = "use crate::file::read;\nuse crate::{model::{Id, Row}, change, ui::app};\nlet x = crate::storage::y();";
    assert_eq!(used_modules(code), ["file", "model", "change", "ui", "storage"]);
    let text = "let a = \"serde_json\"; // serde_json\nlet b = serde_json::from_str(\"x\");";
    assert_eq!(without_comments_and_texts(text).matches("serde_json").count(), 1);
}
