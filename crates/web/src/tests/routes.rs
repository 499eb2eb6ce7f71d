//! The routes, as the router itself tells them, and an address for each.

use crate::app::App;

/// What stands for the parts of a route that name something, all of it in the examples; people and the like by their key.
const PARTS: &[(&str, &str)] = &[
    ("key", "rapid-review"),
    ("kind", "rapid-review"),
    ("number", "5"),
    ("partner", "council"),
    ("question", "rapid-review"),
    ("child", "1"),
    ("line", "1"),
    ("draft", "1"),
    ("proceeding", "1"),
    ("action", "1"),
    ("recommendation", "1"),
    ("response", "1"),
    ("point", "1"),
    ("token", "0000000000000000000000000000000000000000000000000000000000000000"),
    ("file", "app.css"),
    ("slug", "northmere"),
    ("day", "2026-12-25"),
    ("version", "1"),
    ("example", "e01_example"),
];
const KEYS: [(&str, &str); 3] =
    [("person", "lee-harper"), ("agency", "northmere-hospital"), ("partnership", "northmere")];

/// Whether a route is about something of one partnership.
pub(super) fn is_of_a_partnership(route: &str) -> bool {
    route.contains("{case}") || KEYS.iter().any(|(part, _)| route.contains(&format!("{{{part}}}")))
}

/// Every route, in order.
pub(super) fn routes(app: &App) -> Vec<String> {
    let routes = crate::router::routes(app);
    assert!(routes.iter().any(|route| route == "/sign-in"), "the router says its routes");
    routes
}

/// An address of a route, with something of the examples in place of each part that varies.
pub(super) fn address(route: &str) -> String {
    address_for(route, "2026-003")
}

/// The address of a route for one case.
pub(super) fn address_for(route: &str, case: &str) -> String {
    let put = |address: String, part: &str, with: &str| address.replace(&format!("{{{part}}}"), with);
    let filled =
        PARTS.iter().fold(put(route.to_owned(), "case", case), |to, (part, with)| put(to, part, with));
    let filled = KEYS.iter().fold(filled, |to, (part, key)| put(to, part, &import::id_of(key).to_string()));
    assert!(!filled.contains('{'), "say in PARTS what stands for the varying part of {route}");
    filled
}
