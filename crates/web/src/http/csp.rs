//! What a browser may load for a page: our own files, and the one line of script in the layout.

/// The value of `Content-Security-Policy` on every page. The hash is that of the inline line in `layout.html`, which
/// marks the page as one with script before it is drawn.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
     script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; \
     style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'";

#[cfg(test)]
mod tests {
    use super::CONTENT_SECURITY_POLICY;

    const LAYOUT: &str = include_str!("../../../../templates/layout.html");

    fn base64(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for three in bytes.chunks(3) {
            let bits =
                three.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
            for nth in 0..4 {
                let letter = LETTERS[(bits >> (18 - 6 * nth) & 63) as usize];
                text.push(if nth > three.len() { '=' } else { char::from(letter) });
            }
        }
        text
    }

    #[test]
    fn the_policy_names_the_one_inline_script_of_the_layout() {
        use sha2::Digest;

        let inline: Vec<&str> =
            LAYOUT.split("<script>").skip(1).map(|rest| rest.split("</script>").next().unwrap()).collect();
        assert_eq!(inline.len(), 1);
        let hash = base64(&sha2::Sha256::digest(inline[0]));
        assert!(CONTENT_SECURITY_POLICY.contains(&format!("'sha256-{hash}'")), "{hash}");
    }

    #[test]
    fn the_layout_has_no_inline_style() {
        assert!(!LAYOUT.contains("style=") && !LAYOUT.contains("<style") && !LAYOUT.contains("onclick"));
    }
}
