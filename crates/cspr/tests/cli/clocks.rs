//! `cspr due`, `cspr explain` and `cspr holidays`: what is due, why, and what moves.

use serde_json::{Value, json};

use crate::given::{NORTHMERE, case, notified, step};
use crate::harness::Cspr;

/// A case of which the council became aware on Thursday 1 September 2022. By the rules of that time its rapid review
/// is due on Friday 23 September, because of the bank holiday on the 19th.
fn september(cspr: &Cspr) {
    let steps = notified("Infant, serious harm", "2022-09-01", "2022-09-02");
    cspr.import(&(NORTHMERE.to_owned() + &case("infant", &steps)));
}

fn due(cspr: &Cspr, on: &str) -> Value {
    let list = cspr.json(&["due", "--on", on, "--limit", "100"]);
    list.as_array().unwrap().iter().find(|item| item["clock"] == "rapid-review").cloned().unwrap_or_default()
}

for_both! {
    fn what_is_due_is_grouped_by_how_soon(cspr: Cspr) {
        september(cspr);
        for (on, group, words) in [
            ("2022-09-05", "later", "13 working days left"),
            ("2022-09-16", "next_five_working_days", "4 working days left"),
            ("2022-09-22", "next_five_working_days", "1 working day left"),
            ("2022-09-23", "due_today", "due today"),
            ("2022-09-26", "overdue", "1 working day overdue"),
        ] {
            let item = due(cspr, on);
            assert_eq!((&item["group"], &item["words"]), (&json!(group), &json!(words)), "{on}");
            assert_eq!(item["kind"], "statutory");
        }
        let printed = cspr.ok(&["due", "--on", "2022-09-05"]);
        assert!(printed.contains("Nothing is overdue") && printed.contains("\nLater\n"), "{printed}");
        assert!(printed.lines().all(|line| line.chars().count() <= 100), "{printed}");
    }

    fn a_deadline_whose_start_is_not_known_to_the_day_is_listed_with_what_is_missing(cspr: Cspr) {
        let brought = json!({"bring_in": {"partnership": "@northmere", "kind": "serious_incident",
            "stage": "lcspr_in_progress", "known": [{"what": "lcspr_decided", "on": "2023-10"}]}});
        let brought = step("2023-10-10", brought, json!({"title": "Case A", "source": "A list of ours"}));
        cspr.import(&(NORTHMERE.to_owned() + &case("a", &[brought])));
        let printed = cspr.ok(&["due", "--on", "2023-11-01"]);
        let undated = printed.split_once("Statutory deadlines that cannot be computed").unwrap_or_else(|| panic!("{printed}")).1;
        assert!(undated.contains("LCSPR") && undated.contains("is not known (only October 2023)"), "{printed}");
    }

    fn a_year_online_is_explained_as_a_minimum(cspr: Cspr) {
        let brought = json!({"bring_in": {"partnership": "@northmere", "kind": "serious_incident",
            "stage": "published", "known": [{"what": "published", "on": "2022-03-04"}]}});
        let brought = step("2022-03-07", brought, json!({"title": "Case A", "source": "A list of ours"}));
        cspr.import(&(NORTHMERE.to_owned() + &case("a", &[brought])));
        let said = cspr.ok(&["explain", "2022-001", "online"]);
        assert!(said.contains("Until at least Saturday 4 March 2023"), "{said}");
        assert!(said.contains("Not to be taken offline before Monday 6 March 2023"), "{said}");
        assert!(!said.contains("Due "), "{said}");
    }

    fn a_heading_with_more_under_it_than_is_shown_says_so(cspr: Cspr) {
        september(cspr);
        let printed = cspr.ok(&["due", "--on", "2022-09-05", "--limit", "1"]);
        assert!(printed.contains("There are more: `--limit 50` shows them"), "{printed}");
        let printed = cspr.ok(&["due", "--on", "2022-09-05", "--limit", "50"]);
        assert!(printed.contains("Rapid review") && printed.contains("Statutory deadline"), "{printed}");
        assert!(!printed.contains("There are more"), "{printed}");
        let ran = cspr.run(&["due", "--on", "26/03/2026"]);
        assert!(ran.err.contains("“26/03/2026” is not a day: write it as 2026-03-26"), "{}", ran.err);
    }

    fn a_delay_the_panel_was_told_of_is_not_simply_overdue(cspr: Cspr) {
        september(cspr);
        cspr.ok(&["record", "2022-001", "explain-delay", "clock=rapid_review", "panel_told=2022-09-20",
            "expected=2022-10", "--on", "2022-09-20", "--word", "reason=Waiting for the trial"]);
        let item = due(cspr, "2022-09-26");
        assert_eq!(item["group"], "missed_explained");
        let words = item["words"].as_str().unwrap();
        assert!(words.contains("Panel told 20 September 2022") && words.contains("Expected October 2022"), "{words}");
    }

    fn a_date_is_explained_day_by_day_with_its_rule_and_the_other_reading(cspr: Cspr) {
        september(cspr);
        let said = cspr.ok(&["explain", "2022-001", "rapid-review"]);
        for expected in ["Due Friday 23 September 2022", "15 working days", "wt2018", "Source", "  15  Friday 23 September 2022",
            "-  Saturday 10 September 2022    Saturday", "That reading does not count for this case"] {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        let explained = cspr.json(&["explain", "2022-001", "rapid-review"]);
        assert_eq!(explained["working"]["counted"].as_array().unwrap().len(), 15);
        assert_eq!(explained["other_reading"]["due"], "2022-09-26");
        let said = cspr.refused(&["explain", "2022-001", "action-7"]);
        assert!(said.contains("has no clock action-7: it has notification"), "{said}");
        let said = cspr.refused(&["explain", "2022-001", "raped-review"]);
        assert!(said.contains("has no clock raped-review"), "{said}");
        assert_eq!(cspr.ok(&["explain", "2022-001", "rapid_review"]), cspr.ok(&["explain", "2022-001", "rapid-review"]));
    }

    fn the_clock_of_an_agency_goes_by_the_name_of_the_agency(cspr: Cspr) {
        september(cspr);
        for agency in ["@northmere-police", "@northmere-icb"] {
            let agency = format!("agency={agency}");
            cspr.ok(&["record", "2022-001", "ask-agency", &agency, "due=2022-09-12", "--on", "2022-09-05"]);
        }
        let shown = cspr.ok(&["case", "2022-001"]);
        assert!(shown.contains("agency-northmere-police"), "{shown}");
        for typed in ["agency-northmere-police", "agency-northmere-p", "agency_northmere_police"] {
            let said = cspr.ok(&["explain", "2022-001", typed]);
            assert!(said.starts_with("Agency return: Northmere Police") && said.contains("Due Monday 12 September 2022"), "{said}");
        }
        let said = cspr.refused(&["explain", "2022-001", "agency-northmere"]);
        assert!(said.contains("agency-northmere-icb") && said.contains("agency-northmere-police"), "{said}");
    }

    fn a_holiday_announced_at_short_notice_moves_open_clocks_and_leaves_met_ones(cspr: Cspr) {
        let file = cspr.file("before.json", bank_holidays_without("2022-09-19"));
        cspr.ok(&["holidays", "load", &file, "--yes"]);
        september(cspr);
        assert_eq!(due(cspr, "2022-09-05")["due"], "2022-09-22");

        let add = ["holidays", "add", "2022-09-19", "State Funeral of Queen Elizabeth II"];
        let moves = cspr.json(&[&add[..], &["--dry-run"]].concat());
        let review: Vec<_> = moves.as_array().unwrap().iter().filter(|one| one["clock"] == "rapid-review").collect();
        assert_eq!(review, [&json!({"reference": "2022-001", "clock": "rapid-review", "from": "2022-09-22", "to": "2022-09-23"})]);
        assert!(!moves.to_string().contains("notification"), "it was met before: {moves}");
        assert_eq!(due(cspr, "2022-09-05")["due"], "2022-09-22", "a dry run changes nothing");

        let said = cspr.refused(&add);
        assert!(said.contains("nothing was changed: add --yes"), "{said}");
        let said = cspr.ok(&[&add[..], &["--yes"]].concat());
        assert!(said.contains("2022-001") && said.contains("Fri 23 Sep 2022"), "{said}");
        assert_eq!(due(cspr, "2022-09-05")["due"], "2022-09-23");
        assert_eq!(cspr.json(&["verify"])["faulty"], 0);
    }

    fn a_bank_holiday_file_that_is_not_one_is_refused(cspr: Cspr) {
        let said = cspr.refused(&["holidays", "load", &cspr.file("wrong.json", "{}"), "--yes"]);
        assert!(said.contains("wrong.json") && said.contains("england-and-wales"), "{said}");
    }
}

/// The bank holidays that come with the program, in the shape of the published file, without one of them.
fn bank_holidays_without(date: &str) -> String {
    let all = Cspr::nowhere().json(&["holidays"]);
    let events: Vec<_> = all.as_array().unwrap().iter().filter(|day| day["date"] != date).collect();
    json!({"england-and-wales": {"division": "england-and-wales", "events": events}}).to_string()
}
