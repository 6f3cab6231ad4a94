//! Every way from one worksheet to another that the method names, and by what it is there.

use super::FLOWS;
use crate::analysis::catalogue;
use crate::model::{Columns, Shape};
use crate::worksheets::table;

enum By {
    /// An offer of rows.
    Offer(&'static str),
    /// An offer of a value, or of cells of a matrix.
    Value(&'static str),
    /// A matrix over rows or columns of the other sheet.
    Matrix(&'static str, &'static str),
    /// A field that picks from a list.
    Pick(&'static str, &'static str),
    /// A result that reads the other sheet.
    Result(&'static str, &'static str),
    /// A rule that points at it.
    Advice(&'static str),
}
use By::{Advice, Matrix, Offer, Pick, Result, Value};

const WAYS: &[(&str, &[By])] = &[
    (
        "card: classes, period, currency, team → all",
        &[
            Result("w6.target", "card.plan"),
            Pick("w6.act.owner", "card.team"),
            Pick("w6.obj.owner", "card.team"),
            Matrix("w6.cp", "card.team"),
        ],
    ),
    ("w1 success factors with weights → w2 factors", &[Offer("ksf>factors")]),
    (
        "w1 opportunities, threats, strong forces → w2 SWOT, w6 risks",
        &[Offer("pestel>swot"), Offer("forces>swot"), Offer("pestel>risk"), Offer("forces>risk")],
    ),
    ("w1 market growth → w6 growth of the wallet", &[Value("market>wallet_growth"), Value("wallet>wallet_growth")]),
    ("w1 so-whats → w3 pressures", &[Offer("pestel>cgoals")]),
    (
        "w2 category wallet → w6 whitespace columns, share of wallet",
        &[
            Matrix("w6.ws", "w2.wallet"),
            Matrix("w6.target_split", "w2.wallet"),
            Result("w6.target_suggestion", "w2.wallet"),
        ],
    ),
    ("w2 weak factors → w5 capabilities", &[Offer("factors>cap")]),
    // Beside the value proposition stands the picture of the factors on which we are ahead.
    ("w2 strong factors → w4 value proposition", &[Result("w2.factors.<id>.gap", "w2.ratings")]),
    ("w2 main competitor → w4 reference", &[Value("competitor>reference"), Pick("w4.case.reference", "w2.comp")]),
    (
        "w2 cross strategies → w6 objectives, strategies",
        &[Offer("tows>obj"), Offer("tows>strat"), Pick("w6.obj.links_tows", "w2.tows")],
    ),
    (
        "w3 buying criteria → w2 factors, w4 option criteria",
        &[Offer("criteria>factors"), Matrix("w4.scores", "w3.criteria")],
    ),
    (
        "w3 needs with scores → w4 rows and weights",
        &[Matrix("w4.cover", "w3.needs"), Result("w4.coverage", "w3.needs")],
    ),
    (
        "w3 people → w5 RACI, w6 contact plan, objections",
        &[Pick("w5.raci_parties.person", "w3.people"), Matrix("w6.cp", "w3.people"), Pick("w4.objn.from", "w3.people")],
    ),
    ("w3 customer goals → w6 objectives", &[Pick("w6.obj.customer_goal", "w3.cgoals"), Advice("R-W6-01")]),
    ("w3 pain cost → w4 benefits", &[Offer("needs>benefits")]),
    (
        "w3 critical details → w4 and w5 check lists",
        &[Matrix("w4.detail_checks", "w3.critical_details"), Matrix("w5.detail_checks", "w3.critical_details")],
    ),
    (
        "w4 recommended modules → w5 services, capabilities, w6 opportunities, whitespace potential",
        &[Offer("modules>svc"), Offer("modules>cap"), Offer("modules>opp"), Value("modules>whitespace")],
    ),
    ("w4 uncovered needs → w5 capability gaps or w6 actions", &[Offer("needs>cap"), Offer("needs>act")]),
    (
        "w5 cost to serve → w4 margin, w6 account margin",
        &[Result("w4.pocket_margin", "w5.cts"), Result("w6.account_margin", "w5.cts")],
    ),
    (
        "w5 gaps, missed levels, serious issues → w6 actions, risks, w2 weaknesses",
        &[
            Offer("cap>act"),
            Offer("sla>act"),
            Offer("iss>risk"),
            Offer("cap>swot"),
            Offer("sla>swot"),
            Offer("iss>swot"),
        ],
    ),
    ("w6 decided deals → w2 won and lost", &[Offer("opp>deals")]),
];

fn is_there(by: &By) -> bool {
    let of_field = |path: &str| {
        let (path, key) = path.rsplit_once('.')?;
        table(path)?.field(key)
    };
    match by {
        Offer(key) => FLOWS.iter().any(|flow| flow.key == *key),
        Value(key) => super::tests::offers_value(key),
        Matrix(path, list) => match table(path).map(|table| table.shape) {
            Some(Shape::Matrix { rows, columns }) => {
                rows == *list || matches!(columns, Columns::Table(columns) if columns == *list)
            }
            _ => false,
        },
        Pick(path, list) => of_field(path).is_some_and(|field| field.kind.target() == Some(*list)),
        Result(name, path) => {
            catalogue::find(name).is_some_and(|result| result.reads.split(' ').any(|read| read == *path))
        }
        Advice(rule) => crate::worksheets::settings::rules::TABLE.default_row(rule).is_some(),
    }
}

#[test]
fn every_way_of_the_method_is_there() {
    for (way, found) in WAYS {
        for (at, by) in found.iter().enumerate() {
            assert!(is_there(by), "{way}: number {}", at + 1);
        }
    }
    // And no offer that the method does not name.
    let named =
        |key: &str| WAYS.iter().any(|(_, found)| found.iter().any(|by| matches!(by, Offer(other) if *other == key)));
    assert!(FLOWS.iter().all(|flow| named(flow.key)));
}
