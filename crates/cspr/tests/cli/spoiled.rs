//! Files that are huge, cut off or no import files at all, and a record altered in the file itself.

use std::fs;
use std::iter::repeat_n;

use serde_json::json;

use crate::given::{NORTHMERE, case, notified};
use crate::harness::Cspr;

const HUNDRED_MEGABYTES: usize = 100 * 1000 * 1000;

fn whole() -> String {
    NORTHMERE.to_owned() + &case("infant", &notified("Infant, serious harm", "2024-03-04", "2024-03-08"))
}

#[test]
fn a_hundred_megabytes_of_anything_are_refused_after_the_first_faults() {
    let line = "anything but a record of a case\n";
    let said = Cspr::sqlite().refuses(line.repeat(HUNDRED_MEGABYTES / line.len()));
    assert!(said.contains("line 1: column 1: not JSON"), "{said}");
    assert!(said.contains("line 20: ") && said.contains("There may be more"), "{said}");
    assert!(said.len() < 2_000, "the answer can be read: {} bytes", said.len());
}

#[test]
fn a_hundred_megabytes_with_one_fault_at_the_end_write_nothing() {
    let name = "long ".repeat(2_000);
    let line = |number| {
        json!({"organisation": {"key": format!("o{number}"), "kind": "agency", "name": name}}).to_string()
            + "\n"
    };
    let mut lines: String = (1..=HUNDRED_MEGABYTES / name.len()).map(line).collect();
    let last = lines.lines().count() + 1;
    lines.push_str("{\"organisation\": {\"key\": \"last\"}}\n");
    let said = Cspr::sqlite().refuses(lines);
    assert!(said.contains(&format!("line {last}, organisation: missing field `kind`")), "{said}");
}

for_both! {
    fn a_file_cut_off_in_the_middle_of_a_line_is_refused_wherever_it_is_cut(cspr: Cspr) {
        let whole = whole();
        let last_line = whole.trim_end().rfind('\n').unwrap() + 1;
        let end = whole.trim_end().len();
        for cut in [last_line + 1, last_line + 10, usize::midpoint(last_line, end), end - 1] {
            let cut = (cut..=whole.len()).find(|cut| whole.is_char_boundary(*cut)).unwrap();
            let said = cspr.refuses(&whole[..cut]);
            assert!(said.contains("line 7") && said.contains("the file has been cut off"), "cut at {cut}: {said}");
        }
    }
}

#[test]
fn files_that_are_no_text_are_refused_with_the_line_and_what_is_wrong() {
    let cspr = Cspr::sqlite();
    let utf16: Vec<u8> = whole().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let compressed = [0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xed, 0x5d];
    for (what, bytes, expected) in [
        (
            "UTF-16 with its mark",
            [vec![0xff, 0xfe], utf16.clone()].concat(),
            "line 1: byte 1 of the line is not UTF-8",
        ),
        ("UTF-16 without one", utf16, "line 1: column 2: not JSON"),
        ("a compressed file", compressed.to_vec(), "line 1: byte 2 of the line is not UTF-8"),
        ("zeros, as a disk leaves them", vec![0; 4096], "line 1: column 1: not JSON"),
        (
            "zeros after a good start",
            whole().into_bytes().into_iter().chain(repeat_n(0, 512)).collect(),
            "line 8: column 1: not JSON",
        ),
        ("a zero inside a word", whole().replace("Infant", "In\0ant").into_bytes(), "line 7"),
    ] {
        let said = cspr.refuses(bytes);
        assert!(said.contains(expected), "{what}: {said}");
    }
}

#[test]
fn a_record_altered_in_its_file_is_found_with_its_case_and_entry() {
    let cspr = Cspr::sqlite();
    let second = case("teenager", &notified("Teenager, serious harm", "2024-05-07", "2024-05-10"));
    cspr.import(&(whole() + &second));
    // Erasing writes the file anew, with all that had been waiting in the log beside it.
    cspr.ok(&["erase", "2024-001", "--entries", "2", "--reason", "Retention", "--yes"]);
    let file = cspr.path("var/cspr.db");
    let (told, hidden) = (br#"["icb","police"]"#, br#"["icb","nobody"]"#);
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes.windows(told.len()).rposition(|some| some == told).expect("the file holds the entry");
    bytes[at..at + told.len()].copy_from_slice(hidden);
    fs::write(&file, bytes).unwrap();

    let said = cspr.refused(&["verify"]);
    assert!(said.contains("1 case is not as recorded, of 2"), "{said}");
    let (_, first) = said.split_once("The first is case ").unwrap();
    assert!(first.starts_with("2024-00") && first.contains(" of northmere: entry "), "{said}");
    assert!(first.contains("was altered"), "{said}");
}
