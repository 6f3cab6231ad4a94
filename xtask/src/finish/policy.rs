//! The content security policy of both editions: nothing from elsewhere, no text that becomes code.

use super::hash;
use super::html;

/// The policy of the site: its own files only, and inline text only by its hash (there is none in a release).
pub fn of_site(page: &str) -> String {
    let (scripts, styles) = (sources(page, "script"), sources(page, "style"));
    policy(&format!(
        "script-src 'self'{scripts} 'wasm-unsafe-eval'; style-src 'self'{styles}; img-src 'self' data: blob:; \
         connect-src 'self'; manifest-src 'self'; worker-src 'self'"
    ))
}

/// The policy of the one-file edition: what stands in the file, by its hash; no connection to anywhere.
pub fn of_single_file(page: &str) -> String {
    let (scripts, styles) = (sources(page, "script"), sources(page, "style"));
    policy(&format!("script-src{scripts} 'wasm-unsafe-eval'; style-src{styles}; img-src data: blob:"))
}

/// The page with the policy in front of everything that it governs.
pub fn inserted(page: &str, policy: &str) -> String {
    let charset = "<meta charset=\"utf-8\">";
    page.replacen(charset, &format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"), 1)
}

fn policy(sources: &str) -> String {
    format!(
        "default-src 'none'; {sources}; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types default kamsheet"
    )
}

/// The hashes of all inline elements of this name that the browser would run or apply.
fn sources(page: &str, name: &str) -> String {
    html::elements(page)
        .iter()
        .filter(|element| element.name == name && element.attribute("src").is_none() && is_active(element))
        .map(|element| format!(" '{}'", hash::sha256_source(page[element.text.clone()].as_bytes())))
        .collect()
}

fn is_active(element: &html::Element) -> bool {
    matches!(element.attribute("type"), None | Some("" | "module" | "text/javascript"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_blocks_need_no_hash_and_inline_scripts_do() {
        let page = "<script src=a.js></script><script type=\"application/json\">{}</script><script>1</script>";
        let policy = of_single_file(page);
        assert_eq!(policy.matches("'sha256-").count(), 1);
        assert!(policy.contains("script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"));
    }

    #[test]
    fn the_site_allows_itself_only() {
        let policy = of_site("<link rel=stylesheet href=a.css>");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"));
    }
}
