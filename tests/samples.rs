//! The samples show the figures they are meant to show, and the two full ones leave no table empty.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use common::random_document::set;
use common::samples::{SAMPLES, day, in_repository, in_snapshot, sample};
use kamsheet::analysis::{Book, Compute, Memo, Out, catalogue};
use kamsheet::model::{Columns, Date, Document, Place, TableDef, Value};
use kamsheet::worksheets::{self, TABLES};

/// What stands under a name, as text for keys and as a number: an answer, or a value where the name is that of a field.
/// A row is named by its title or the beginning of it, in angle brackets.
enum Figure {
    Number(f64),
    Words(String),
}

fn figure(document: &Document, today: Date, name: &str) -> Figure {
    let parts: Vec<&str> = name.splitn(3, '.').collect();
    let (title, key) = parts[2..].first().map_or(("", ""), |rest| rest.rsplit_once('.').unwrap_or(("", rest)));
    let table = worksheets::table(&format!("{}.{}", parts[0], parts[1]));
    if let Some((table, field)) = table.and_then(|table| Some((table, table.field(key)?))) {
        let row = table.is_list().then(|| row_of(document, table, title).as_str().into());
        return match document.value(&Place { table, row, col: None, slot: field.slot }) {
            Some(Value::Number(number)) => Figure::Number(*number),
            Some(Value::Text(text)) => Figure::Words(text.clone()),
            Some(Value::Keys(keys)) => Figure::Words(keys.join("+")),
            other => panic!("{name}: {other:?}"),
        };
    }
    let memo = Memo::default();
    let found = catalogue::answer(&Book::new(document, today, &memo), &with_ids(document, name));
    match found.unwrap_or_else(|| panic!("no result {name}")).1.value {
        Ok(Out::Number(number)) => Figure::Number(number),
        Ok(Out::Key(key)) => Figure::Words(key.to_owned()),
        Ok(Out::Keys(keys)) => Figure::Words(keys.join("+")),
        other => panic!("{name}: {other:?}"),
    }
}

/// The name of a result with the id of the row in place of its title.
fn with_ids(document: &Document, name: &str) -> String {
    let path_of = |result: &kamsheet::analysis::ResultDef| match result.compute {
        Compute::Rows(path, _) => Some((path, result.id_in(name)?.to_owned())),
        _ => None,
    };
    match catalogue::all().find_map(path_of) {
        Some((path, title)) if title.starts_with('<') => {
            name.replace(&title, &row_of(document, worksheets::table(path).unwrap(), &title))
        }
        _ => name.to_owned(),
    }
}

fn row_of(document: &Document, table: &'static TableDef, title: &str) -> String {
    let title = title.trim_matches(['<', '>']);
    if document.list(table).row(title).is_some() {
        return title.to_owned();
    }
    let slot = table.title_field().unwrap().slot;
    let mut rows = document.list(table).iter();
    let found =
        rows.find(|row| row.record.at(slot).and_then(Value::as_text).is_some_and(|text| text.starts_with(title)));
    found.unwrap_or_else(|| panic!("{} has no row {title}", table.path)).id.to_string()
}

/// Compares figures with how they are quoted: numbers rounded half away from zero to the decimals that the text has.
#[track_caller]
fn shows(document: &Document, today: &str, figures: &str) {
    for line in figures.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, expected) = line.rsplit_once(" = ").unwrap_or_else(|| panic!("{line}"));
        match figure(document, day(today), name) {
            Figure::Words(words) => assert_eq!(words, expected, "{name}"),
            Figure::Number(number) => {
                let decimals = expected.split_once('.').map_or(0, |(_, digits)| digits.len());
                let scale = 10_f64.powi(i32::try_from(decimals).unwrap());
                // A sum such as 0.1 + 0.2 is settled before it is rounded, as everywhere.
                let rounded = ((number * scale * 1e6).round() / 1e6).round() / scale;
                assert_eq!(rounded, expected.parse::<f64>().unwrap(), "{name} is {number}");
            }
        }
    }
}

#[test]
fn the_list_of_samples_names_every_file() {
    let index = std::fs::read_to_string(in_repository("assets/samples/index.json")).unwrap();
    let index: serde_json::Value = serde_json::from_str(&index).unwrap();
    let listed: std::collections::BTreeSet<String> =
        index.as_array().unwrap().iter().map(|entry| entry["file"].as_str().unwrap().to_owned()).collect();
    let known = SAMPLES.iter().map(|(name, _)| format!("{name}.json")).collect();
    assert_eq!(listed, known);
    let entries = std::fs::read_dir(in_repository("assets/samples")).unwrap();
    let mut files: std::collections::BTreeSet<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    files.remove("index.json");
    assert_eq!(files, listed);
}

#[test]
fn the_full_samples_fill_every_table() {
    for name in ["zh-full", "en-full"] {
        let document = sample(name).workbook.document;
        let fresh = worksheets::new_document(document.id.clone(), document.lang);
        // Settings may stay as they are, and so may what only stands along a matrix, which has to be filled itself. The
        // log is a workshop's own.
        let is_along_a_matrix = |path: &str| {
            let mut matrices = TABLES.iter().filter_map(|table| table.matrix());
            matrices.any(|(rows, columns)| rows == path || matches!(columns, Columns::Table(list) if list == path))
        };
        let untouched = TABLES.iter().filter(|table| !matches!(table.sheet(), "settings" | "log")).filter(|table| {
            let data = document.table(table.path).filter(|data| !data.is_empty());
            data.is_none_or(|data| Some(data) == fresh.table(table.path) && !is_along_a_matrix(table.path))
        });
        let paths: Vec<_> = untouched.map(|table| table.path).collect();
        assert_eq!(paths, [""; 0], "{name}");
    }
}

#[test]
fn the_bank() {
    let document = sample("zh-full").workbook.document;
    shows(&document, "2026-02-15", BANK);
    let fin = worksheets::table("w6.fin").unwrap();
    let mut kept = document.clone();
    set(&mut kept, Place::form(fin, fin.field("retention").unwrap().slot), Some(Value::Number(97.0)));
    shows(&kept, "2026-02-15", "w6.clv = 6596");
}

const BANK: &str = "
    card.profile.sites = 186
    card.profile.class = important+strategic
    card.profile.since = 2014-05-01
    card.profile.contract_end = 2026-09-30
    card.plan.kam = 林澈
    w1.cagr = 8.6
    w1.players.<A运营商>.share = 34
    w1.listed_share = 89
    w1.hhi_residual = 11
    w1.cr4 = 83
    w1.hhi_low = 2033
    w1.hhi_high = 2094
    w1.hhi_class = high
    w1.force.rivalry = 3.75
    w1.force.entrants = 2.5
    w1.force.substitutes = 3.5
    w1.force.suppliers = 2.67
    w1.force.buyers = 4.25
    w1.force_mean = 3.33
    w1.attractiveness = 41.7
    w1.life_cycle_indicated = growth+maturity
    w1.pestel.<信创国产化>.score = 25
    w1.pestel.<数据安全监管>.score = 16
    w1.pestel.<净息差收窄>.score = -16
    w1.pestel.<云原生>.score = -12
    w2.wallet_total = 9600
    w2.sales_total = 2600
    w2.share_of_wallet = 27.1
    w2.wallet.<专线>.total_spend = 3200
    w2.wallet.<专线>.ours = 1450
    w2.wallet.<专线>.share = 45.3
    w2.wallet.<专线>.gap = 1750
    w2.wallet.<云与IDC>.total_spend = 2800
    w2.wallet.<云与IDC>.ours = 620
    w2.wallet.<云与IDC>.share = 22.1
    w2.wallet.<云与IDC>.gap = 2180
    w2.wallet.<信息安全>.total_spend = 1400
    w2.wallet.<信息安全>.ours = 180
    w2.wallet.<信息安全>.share = 12.9
    w2.wallet.<信息安全>.gap = 1220
    w2.wallet.<短信与呼叫>.total_spend = 900
    w2.wallet.<短信与呼叫>.ours = 350
    w2.wallet.<短信与呼叫>.share = 38.9
    w2.wallet.<短信与呼叫>.gap = 550
    w2.wallet.<驻场运维>.total_spend = 1300
    w2.wallet.<驻场运维>.ours = 0
    w2.wallet.<驻场运维>.share = 0
    w2.wallet.<驻场运维>.gap = 1300
    w2.cpm.us = 3.20
    w2.cpm.<A运营商> = 2.90
    w2.cpm.<B云商> = 2.75
    w2.cpm.<C集成商> = 2.50
    w2.cpm_rank = 1
    w2.relative_share = 0.92
    w3.support_index = 45.8
    w3.coverage_index = 91.7
    w3.needs.<7×24>.importance = 9
    w3.needs.<7×24>.satisfaction = 3
    w3.needs.<7×24>.opportunity = 15
    w3.needs.<生产线路双路由>.opportunity = 14
    w3.needs.<按批次完成信创迁移>.opportunity = 14
    w3.needs.<同城双活>.opportunity = 12
    w3.needs.<新网点线路5天内开通>.opportunity = 11
    w3.needs.<行长随时看到>.opportunity = 10
    w3.needs.<一张统一账单>.opportunity = 9
    w3.needs.<短信单价>.opportunity = 5
    w4.coverage = 87.7
    w4.modules.<S1>.importance = 23.7
    w4.modules.<S2>.importance = 26.8
    w4.modules.<S3>.importance = 15.2
    w4.modules.<S4>.importance = 21.8
    w4.modules.<S5>.importance = 12.5
    w4.needs.<短信单价>.coverage = 11
    w4.needs.<行长随时看到>.coverage = 33
    w4.flow.y0 = -680
    w4.flow.y1 = 210
    w4.flow.y2 = 320
    w4.flow.y3 = 360
    w4.flow.y4 = 380
    w4.case.discount_rate = 8
    w4.npv = 353.9
    w4.irr = 27.4
    w4.payback = 2.42
    w4.payback_discounted = 2.74
    w5.sq.<reliability>.points = 34
    w5.sq.<reliability>.gap = -0.6
    w5.sq.<responsiveness>.gap = -1.1
    w5.sq.<assurance>.gap = -0.1
    w5.sq.<empathy>.gap = -0.5
    w5.sq.<tangibles>.gap = 0.1
    w5.servqual = -0.55
    w5.sla.<availability>.met = no
    w5.sla.<activation>.met = yes
    w5.sla.<repair_critical>.met = yes
    w5.sla.<invoice>.met = no
    w5.raci_errors = 1
    w6.target = 3400
    w6.target_suggestion = 3399
    w6.stage_score = 15
    w6.stage = cooperative
    w6.relationship.stage_target = interdependent
    w6.pipeline_total = 1920
    w6.weighted_pipeline = 954
    w6.base = 2450
    w6.forecast = 3404
    w6.gap = 950
    w6.pipeline_coverage = 2.02
    w6.clv = 4416
    w6.clv_retention_plus5 = 49.4
    w6.risk.<A运营商>.score = 16
    w6.risk.<专线合同到期>.score = 15
    w6.risk.<信创迁移交付延期>.score = 12
    w6.ms.<信创试点验收>.planned = 2026-05-30
";

#[test]
fn the_dairy() {
    shows(&sample("en-full").workbook.document, "2026-02-15", DAIRY);
}

const DAIRY: &str = "
    card.profile.sites = 6
    card.profile.revenue = 640000
    card.profile.class = economic+strategic
    card.profile.contract_end = 2026-06-30
    card.plan.kam = Priya Nair
    w1.cagr = 2.8
    w1.force.rivalry = 4.0
    w1.force.entrants = 2.0
    w1.force.substitutes = 2.5
    w1.force.suppliers = 3.0
    w1.force.buyers = 4.5
    w1.force_mean = 3.2
    w1.attractiveness = 45
    w1.life_cycle = maturity
    w2.wallet_total = 6200
    w2.sales_total = 1860
    w2.share_of_wallet = 30.0
    w2.wallet.<Pumps and mixers>.total_spend = 2100
    w2.wallet.<Pumps and mixers>.ours = 980
    w2.wallet.<Pumps and mixers>.share = 46.7
    w2.wallet.<Valves>.total_spend = 1350
    w2.wallet.<Valves>.ours = 310
    w2.wallet.<Valves>.share = 23.0
    w2.wallet.<Seals and spares>.total_spend = 900
    w2.wallet.<Seals and spares>.ours = 420
    w2.wallet.<Seals and spares>.share = 46.7
    w2.wallet.<Service>.total_spend = 1250
    w2.wallet.<Service>.ours = 150
    w2.wallet.<Service>.share = 12.0
    w2.wallet.<Monitoring>.total_spend = 600
    w2.wallet.<Monitoring>.ours = 0
    w2.cpm.us = 2.95
    w2.cpm.<Hallam Pumps> = 2.85
    w2.cpm.<Corvex Process> = 2.65
    w3.support_index = 37.0
    w3.coverage_index = 78.3
    w3.people.<Helen Ashworth>.influence = 5
    w3.people.<Helen Ashworth>.contact = 1
    w3.needs.<Cut unplanned downtime>.opportunity = 16
    w3.needs.<Lower energy>.opportunity = 13
    w3.needs.<Written hygienic>.opportunity = 11
    w3.needs.<One contract>.opportunity = 11
    w3.needs.<Critical spares>.opportunity = 10
    w3.needs.<Alerts>.opportunity = 10
    w3.needs.<A lower price>.opportunity = 6
    w4.coverage = 94.8
    w4.modules.<Health monitoring>.importance = 27.9
    w4.modules.<Efficiency retrofit>.importance = 22.7
    w4.modules.<Six-site service contract>.importance = 26.0
    w4.modules.<Uptime guarantee>.importance = 23.5
    w4.case.ref_price = 940
    w4.case.our_price = 1180
    w4.evc = 1485
    w4.incentive = 305
    w4.value_captured = 44
    w4.flow.y0 = -360
    w4.flow.y1 = 185
    w4.flow.y2 = 190
    w4.flow.y3 = 195
    w4.flow.y4 = 200
    w4.flow.y5 = 205
    w4.case.discount_rate = 9
    w4.npv = 395.1
    w4.irr = 44.9
    w4.payback = 1.92
    w4.payback_discounted = 2.20
    w4.roi = 171
    w5.cap.<Remote monitoring>.required = 4
    w5.cap.<Remote monitoring>.current = 2
    w5.cap.<Remote monitoring>.priority = 10
    w5.cap.<Spares logistics>.gap = 1
    w5.cap.<Contract administration>.gap = 1
    w5.sla.<Critical spares>.target = 24
    w5.sla.<Critical spares>.actual = 31
    w5.sla.<Critical spares>.met = no
    w6.target = 2400
    w6.base = 1700
    w6.pipeline_total = 1200
    w6.weighted_pipeline = 592
    w6.forecast = 2292
    w6.pipeline_coverage = 1.71
    w6.clv = 3348
    w6.fin.retention = 90
    w6.fin.discount = 10
    w6.stage = cooperative
    w6.obj.<Raise our share of service>.baseline = 12
    w6.obj.<Raise our share of service>.target = 30
    w6.obj.<Move the COO>.baseline = 1
    w6.obj.<Move the COO>.target = 3
    w6.obj.<Cut unplanned downtime>.baseline = 320
    w6.obj.<Cut unplanned downtime>.target = 240
";

#[test]
fn the_bearing_maker_before_and_after() {
    let workbook = sample("zh-two-snapshots").workbook;
    let [before] = workbook.snapshots.as_slice() else { panic!("one snapshot") };
    shows(&in_snapshot(&workbook, before), &before.date, BEARINGS_BEFORE);
    shows(&workbook.document, "2026-06-30", BEARINGS_AFTER);

    // The copy that comes back from after-sales sees the new chief engineer otherwise and knows of two more issues.
    let copy = sample("zh-two-snapshots-copy").workbook.document;
    shows(&workbook.document, "2026-06-30", "w3.people.<龚瑞>.support = -1");
    shows(&copy, "2026-06-30", "w3.people.<龚瑞>.support = 1");
    assert_eq!(copy.list_at("w5.iss").len(), workbook.document.list_at("w5.iss").len() + 2);
}

const BEARINGS_BEFORE: &str = "
    w3.support_index = 50.0
    w3.coverage_index = 100
    w2.wallet_total = 3500
    w2.sales_total = 1540
    w2.share_of_wallet = 44.0
    w6.risk.<churn>.probability = 3
    w6.risk.<churn>.score = 12
    w5.sla.<on_time>.actual = 96
    w6.obj.<收入由>.rag = green
    w6.obj.<准时交付率>.rag = green
";

const BEARINGS_AFTER: &str = "
    w3.support_index = 2.8
    w3.coverage_index = 77.8
    w2.wallet_total = 3550
    w2.sales_total = 1280
    w2.share_of_wallet = 36.1
    w6.risk.<churn>.score = 20
    w6.risk.<churn>.class = extreme
    w6.actions_overdue = 2
    w5.sla.<on_time>.actual = 91
    w6.obj.<收入由>.rag = red
    w6.obj.<准时交付率>.rag = red
";
