//! Example texts for fields where a first sentence is hard: a pattern filled in with an invented case. Nothing of it is
//! in a workbook unless someone takes it. Apart from the fields, so that a page can start without them.

use crate::model::{Bi, bi};

/// The example of a field by its path.
pub fn example(path: &str) -> Option<Bi> {
    EXAMPLES.iter().find(|(field, _)| *field == path).map(|(_, text)| *text)
}

/// All of them.
#[rustfmt::skip]
pub static EXAMPLES: &[(&str, Bi)] = &[
    ("card.profile.industry", bi("Regional bank", "城市商业银行")),
    ("portfolio.rule.revenue_min", bi("3m", "300万")),
    ("w1.scope.definition", bi("Chilled dairy made in the UK and sold through grocers. Not in: ambient desserts, export cheese.", "城商行的科技投入：含网络、云、安全与驻场运维；不含行内人员薪酬和国有大行。")),
    ("w1.market.series_unit", bi("billion euros", "亿元")),
    ("w1.pestel.fact", bi("From 2027, every part that touches food needs written cleaning evidence", "2027年底前，核心系统须完成国产替代")),
    ("w1.pestel.so_what", bi("Because the rule comes in 2027, the customer must document cleaning, and will therefore buy parts that prove it.", "因为2027年底是期限，客户必须按批次迁移系统，所以会买迁移服务。")),
    ("w1.summary.headline_1", bi("Because grocers fine missed deliveries, the customer must keep its lines running, and will therefore buy uptime.", "因为监管收紧，客户必须补齐安全与合规，所以这部分预算只增不减。")),
    ("w1.ksf.factor", bi("Lines that do not stop", "不断线的可靠性")),
    ("w2.factors.factor", bi("Spare parts within 24 hours", "4小时内修复")),
    ("w2.swot.text", bi("No engineer within 100 km of two sites", "没有驻场资质，夜间响应慢")),
    ("w2.tows.strategy", bi("Turn the measured energy figures into one offer for all sites before the contracts end.", "用试点实测数据开路，把合规资质变成订单。")),
    ("w2.summary.headline_1", bi("We win on hygiene and energy, we lose on spare parts and price.", "我们赢在合规和本地服务，输在价格和驻场。")),
    ("w3.cgoals.text", bi("Cut cost per tonne by 6% by the end of the year", "年底前把成本收入比压到30%以下")),
    ("w3.needs.need", bi("Minimise the time a line stands still without warning", "把夜间故障的恢复时间压到30分钟以内")),
    ("w3.summary.one_sentence", bi("They most want lines without surprises, because grocers fine missed deliveries; slow spare parts hold them back.", "客户最想让重要系统不断线，因为监管与成本双重考核，目前被多头外包卡住。")),
    ("w3.summary.insight_we_bring", bi("Six of ten unplanned stops start with a part we could have seen ageing.", "六成停机发生在夜间交接，投在驻场上的钱回报最高。")),
    ("w4.modules.name", bi("Health monitoring", "双路由专线")),
    ("w4.vp.statement", bi("For the plant manager, whose lines are fined when they stop, our monitoring cuts unplanned stops by a quarter; unlike the frame agreement of today, because we measured 61% of stops as preventable.", "对于科技部，他们要守住99.99%的可用率，我们的双路由能把重大故障压到30分钟以内，不同于只降价的对手，因为有两年的故障实测。")),
    ("w4.summary.headline_number", bi("Saves 320 thousand a year, paid back in 2.4 years", "每年为贵行节约320万元，2.4年回本")),
    ("w5.sla.metric", bi("Critical spare parts on site", "重大故障修复时长")),
    ("w5.cap.capability", bi("Remote monitoring", "夜间驻场运维")),
    ("w5.summary.commitments_yes", bi("An engineer on the road within one hour, weekends included", "重大故障4小时内修复，副总经理可直接调度")),
    ("w5.summary.commitments_no", bi("Critical parts within 24 hours, until the store has proved it for 60 days", "可用率99.99%写入罚则，等双路由完成后再签")),
    ("w6.obj.statement", bi("Raise our share of their service spend from 12% to 30% by the end of the year", "年底前把专线可用率由99.97%提到99.99%")),
    ("w6.strat.text", bi("Retrofit first: let the measured saving open every site.", "以试点换正式订单，再带出二期。")),
    ("w6.act.what", bi("Walk the lines with the plant manager and agree what we measure", "拜访分管副总，确认试点范围与预算")),
    ("w6.ms.criteria", bi("60 days with 95% of critical parts on time", "3套系统迁移完成，切换少于30分钟")),
    ("w6.risk.text", bi("The rival renews the frame agreement before we are ready", "对手在合同到期前压价抢单")),
    ("w6.risk.mitigation", bi("Agree the scope by May and offer before the audit", "5月前递交整体方案，用总成本对比")),
    ("w6.page.headline", bi("Two lines without surprises, six sites on one contract: 2.4 million this year.", "以试点开路、续约守底盘，今年收入3,400万元。")),
];

#[cfg(test)]
mod tests {
    use super::EXAMPLES;
    use crate::model::{Kind, Lang, validate};
    use crate::worksheets::table;

    #[test]
    fn each_fits_its_field_in_both_languages() {
        for (path, text) in EXAMPLES {
            let (of_table, key) = path.rsplit_once('.').unwrap();
            let field = table(of_table).and_then(|table| table.field(key)).unwrap_or_else(|| panic!("{path}"));
            assert!(matches!(field.kind, Kind::Text | Kind::LongText | Kind::Money { .. }), "{path}");
            for lang in [Lang::En, Lang::Zh] {
                let value = validate::fit_text(field, text.get(lang), 10_000).unwrap();
                assert_eq!(validate::problem(field, &value), None, "{path}: {}", text.get(lang));
            }
        }
        let mut paths: Vec<_> = EXAMPLES.iter().map(|(path, _)| path).collect();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), EXAMPLES.len());
    }
}
