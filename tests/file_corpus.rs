//! What every JSON reader disagrees about, as a fixed table: what must be read, what must be refused, and what the standard
//! leaves open and this app has decided. A changed answer is a changed promise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use kamsheet::file::decode::decode;
use kamsheet::file::parse::{MOST_DEPTH, parse};

/// Valid JSON: read.
const VALID: &[&str] = &[
    "[]",
    "{}",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "\"\"",
    "\"a\"",
    " [] ",
    "\t[\n]\r\n",
    "[[]]",
    "[[[[]]]]",
    "[null]",
    "[1,2]",
    "[1 , 2]",
    "[ 1\n,\t2 ]",
    "{\"a\":1}",
    "{\"a\" : 1}",
    "{\"\":0}",
    "{\"a\":{\"b\":[{}]}}",
    "{\"a\":1,\"b\":2}",
    "{\"a\":1,\"a\":2}",
    "{\"a\\u0000b\":1}",
    "0.5",
    "10.25",
    "-0.0",
    "-12.5",
    "1e1",
    "1E1",
    "1e+1",
    "1e-1",
    "1.5e10",
    "123e65",
    "0e1",
    "0e+1",
    "1e0",
    "20e1",
    "123.456e-7",
    "-123",
    "0.000000000000000000000000000001",
    "\"\\\"\"",
    "\"\\\\\"",
    "\"\\/\"",
    "\"\\b\\f\\n\\r\\t\"",
    "\"\\u0041\"",
    "\"\\u00e9\"",
    "\"\\u4f60\\u597d\"",
    "\"\\ud83d\\ude00\"",
    "\"\\uD834\\uDD1E\"",
    "\"\\u0000\"",
    "\"\\uFFFF\"",
    "\"\u{7f}\"",
    "\"\u{2028}\u{2029}\"",
    "\"\u{feff}\"",
    "\"你好\"",
    "\"😀\"",
    "\"\u{10ffff}\"",
    "\"a/*b*/c\"",
    "\"\\\\u0041\"",
    "\"\\\\n\"",
    "\"/\"",
    "[\"a\",[1,{\"b\":null}],true]",
    "\"\u{e000}\"",
    "\"\u{301}\"",
];

/// No JSON: refused.
const INVALID: &[&str] = &[
    "",
    " ",
    "[",
    "]",
    "{",
    "}",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[,]",
    "[1,,2]",
    "[1 2]",
    "[1}",
    "{]",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{,}",
    "{\"a\" 1}",
    "{a:1}",
    "{'a':1}",
    "{1:1}",
    "{null:1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1,,\"b\":2}",
    "{\"a\"::1}",
    "{:1}",
    "{\"a\":1}}",
    "[]]",
    "[] []",
    "1 2",
    "1,",
    "nul",
    "nulll",
    "tru",
    "True",
    "NULL",
    "fals",
    "+1",
    "-",
    "--1",
    "-a",
    "01",
    "-01",
    "00",
    "1.",
    ".5",
    "-.5",
    "1.e1",
    "1e",
    "1e+",
    "1e1.5",
    "1.2.3",
    "1_000",
    "0x1F",
    "1a",
    "1/2",
    "'a'",
    "\"",
    "\"a",
    "a\"",
    "\"\\\"",
    "\"\\x41\"",
    "\"\\u\"",
    "\"\\u1\"",
    "\"\\u12\"",
    "\"\\u123\"",
    "\"\\uzzzz\"",
    "\"\\a\"",
    "\"\\'\"",
    "\"\\",
    "\"a\"b",
    "// c\n1",
    "/* c */ 1",
    "[1]//",
    "#1",
    "<a>",
    "undefined",
    "&",
    "\\u0031",
    "*",
    "[\"a\"",
    "[\"a",
    "{\"a\":\"b",
    "{\"a\":[",
    "\u{200b}1",
    "１",
    "［］",
    "｛｝",
    "“a”",
    "\u{a0}1",
    "[\u{c}]",
    "[\u{b}]",
    "\u{2060}[]",
    "1\u{3000}",
];

/// Left open, or not JSON and yet written by programs: read, and what they become.
const DECIDED: &[(&str, &str)] = &[
    ("\"\\ud800\"", "\"\u{fffd}\""),
    ("\"\\udc00\"", "\"\u{fffd}\""),
    ("\"\\udc00\\ud800\"", "\"\u{fffd}\u{fffd}\""),
    ("\"\\ud800\\n\"", "\"\u{fffd}\\n\""),
    ("\"\\ud800a\"", "\"\u{fffd}a\""),
    ("NaN", "\"NaN\""),
    ("[]\0", "[]"),
    ("[]\0\0\0", "[]"),
];

/// Numbers that a float cannot hold are kept, digit for digit.
const NUMBERS: &[&str] = &[
    "1e400",
    "-1e400",
    "1e-400",
    "0.4e006699999999999999999999999999999999999999999999999999999999999999999999999999999",
    "18446744073709551616",
    "100000000000000000000",
    "123123123123123123123123123123",
    "-123123123123123123123123123123",
];

#[test]
fn what_is_json_is_read() {
    for text in VALID {
        assert!(parse(text).is_ok(), "{text}");
        assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "no JSON after all: {text}");
    }
}

#[test]
fn what_is_no_json_is_refused() {
    for text in INVALID {
        assert!(parse(text).is_err(), "{text}");
        assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "JSON after all: {text}");
    }
}

#[test]
fn what_the_standard_leaves_open_is_decided() {
    for (text, becomes) in DECIDED {
        let parsed = parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(parsed.json.to_text(), *becomes, "{text}");
    }
    for text in NUMBERS {
        let parsed = parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert!(parsed.json.to_text().trim_matches('"') == *text, "{text} became {}", parsed.json.to_text());
    }
}

#[test]
fn nesting_is_read_to_a_limit_and_never_overflows() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(&nested(MOST_DEPTH)).is_ok());
    for depth in [MOST_DEPTH + 1, 500, 100_000] {
        assert!(parse(&nested(depth)).is_err(), "{depth}");
        assert!(parse(&"[".repeat(depth)).is_err(), "{depth}");
        assert!(parse(&"{\"a\":".repeat(depth)).is_err(), "{depth}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_or_repaired_never_a_panic() {
    let cases: &[&[u8]] = &[
        b"\xff",
        b"\xe5",
        b"\x80\x80",
        b"\"\xc0\xaf\"",
        b"\"\xed\xa0\x80\"",
        b"\"\xf4\x90\x80\x80\"",
        b"\"\xfc\x80\x80\x80\x80\x80\"",
        b"\"\xe5\xa4\"",
        b"\xff\xfe[\0]\0",
        b"\xfe\xff\0[\0]",
        b"\xef\xbb\xbf[]",
        b"\xff\xfe\0",
        b"\xfe\xff\xd8",
        b"[\0]\0",
        b"\0[\0]",
        b"\xef\xbb",
        b"\xff\xfe\0\0[\0\0\0",
    ];
    for bytes in cases {
        // Decoded or not: what matters is that there is an answer.
        if let Ok(decoded) = decode(bytes) {
            let _ = parse(&decoded.text);
        }
    }
    for marked in [&b"\xff\xfe[\0]\0"[..], b"\xfe\xff\0[\0]", b"\xef\xbb\xbf[]"] {
        assert!(parse(&decode(marked).unwrap().text).is_ok(), "{marked:?}");
    }
}
