//! Workbooks in which each rule fires, and changes after which it does not.

/// A rule, a workbook in which it fires, and the lines after which it does not any more.
pub(super) const CASES: &[(&str, &str, &str)] = &[
    ("R-G-01", "w1.pestel.a.fact=New law", "w1.pestel.a.so_what=They must buy"),
    ("R-G-02", "w3.needs.a.need=Speed\nw3.needs.a.confidence=assumed", "w3.needs.a.confidence=confirmed_by_customer"),
    ("R-G-03", "w3.needs.a.need=Speed\nw3.needs.a.source_date=2025-03-04", "w3.needs.a.source_date=2025-03-05"),
    ("R-W1-01", "w1.players.a.share=59", "w1.players.a.share=60"),
    (
        "R-W1-02",
        "w1.cycle.growth_rate=growth\nw1.cycle.entrants=maturity\nw1.cycle.product=decline",
        "w1.cycle.product=growth",
    ),
    ("R-W2-01", "w2.comp.a.name=Hallam\nw2.comp.a.type=direct", "w2.comp.b.name=Own workshop\nw2.comp.b.type=in_house"),
    (
        "R-W2-02",
        "w2.factors.a.weight=30\nw2.factors.b.weight=28\nw2.factors.c.weight=22\nw2.factors.d.weight=20",
        "w2.factors.d.weight=21",
    ),
    (
        "R-W2-03",
        "w2.comp.a.name=Hallam\nw2.factors.f.weight=1\nw2.ratings.f.us.rating=4\nw2.ratings.f.a.rating=3
        w2.wallet.w.total_spend=100\nw2.wallet.w.ours=30\nw2.wallet_comp.w.a.sales=31",
        "w2.wallet_comp.w.a.sales=30",
    ),
    (
        "R-W2-04",
        "w2.factors.a.weight=1\nw2.factors.b.weight=1\nw2.factors.c.weight=1
        w2.ratings.a.us.rating=3\nw2.ratings.b.us.rating=4\nw2.ratings.c.us.rating=3",
        "w2.ratings.b.us.rating=2",
    ),
    ("R-W3-01", "w3.people.a.name=Li\nw3.people.a.role=user technical", "w3.people.b.role=economic"),
    ("R-W3-02", "w3.people.a.support=0\nw3.people.b.support=1\nw3.people.c.support=2", "w3.people.c.support=-1"),
    (
        "R-W3-03",
        "w3.people.a.influence=4\nw3.people.a.support=0\nw3.people.b.influence=3\nw3.people.b.support=2",
        "w3.people.c.influence=5\nw3.people.c.support=1",
    ),
    (
        "R-W3-04",
        "w3.people.a.influence=3\nw3.people.a.contact=2\nw3.people.b.influence=5\nw3.people.b.contact=1",
        "w3.people.b.contact=2",
    ),
    ("R-W3-05", "w3.people.a.influence=4\nw3.people.a.last_contact=2025-12-04", "w3.people.a.last_contact=2025-12-05"),
    ("R-W3-06", "w3.people.a.role=economic\nw3.people.a.contact=1", "w3.people.a.contact=2"),
    (
        "R-W3-07",
        "w3.needs.a.importance=8\nw3.needs.b.importance=9\nw3.needs.c.importance=10",
        "w3.needs.c.importance=7",
    ),
    (
        "R-W3-08",
        "w3.needs.a.level=organisation\nw3.needs.b.level=organisation\nw3.needs.c.level=organisation",
        "w3.needs.c.level=department",
    ),
    (
        "R-W4-01",
        "w3.needs.a.need=Safe\nw3.needs.a.kano_class=must_be\nw4.modules.m.name=Line\nw4.cover.a.m.cell=3",
        "w4.cover.a.m.cell=9",
    ),
    ("R-W4-01", "w3.needs.a.need=Safe\nw3.needs.a.critical=yes\nw4.modules.m.name=Line", "w3.needs.a.critical=no"),
    ("R-W4-02", "w4.case.ref_price=900\nw4.diff.a.value=100\nw4.case.our_price=1000", "w4.case.our_price=999"),
    (
        "R-W4-03",
        "w4.benefits.a.amount=100\nw4.benefits.a.confidence=corroborated\nw4.costs.c.one_off=10",
        "w4.benefits.a.confidence=confirmed_by_customer",
    ),
    (
        "R-W4-04",
        "w3.needs.a.need=Speed\nw4.modules.m.name=Line\nw4.modules.o.name=Extra
        w4.cover.a.m.cell=9\nw4.cover.a.o.cell=0",
        "w4.cover.a.o.cell=1",
    ),
    ("R-W4-05", "w4.economics.list_price=100\nw4.economics.cogs=101", "w4.economics.cogs=100"),
    (
        "R-W4-05",
        "w4.economics.list_price=100\nw4.economics.cogs=91\nsettings.limits.margin_floor=10",
        "w4.economics.cogs=90",
    ),
    (
        "R-W5-01",
        "w5.raci_tasks.t.task=Deliver\nw5.raci_parties.p.name=Li\nw5.raci_parties.q.name=Wu
        w5.raci.t.p.cell=accountable\nw5.raci.t.q.cell=accountable",
        "w5.raci.t.q.cell=responsible",
    ),
    (
        "R-W5-02",
        "card.team.t.name=Li\nw5.res.a.person=t\nw5.res.a.needed=101\nw5.res.a.available=100",
        "w5.res.a.needed=100",
    ),
    ("R-W5-02", "w5.res.a.role=Engineer\nw5.res.a.needed=9\nw5.res.a.available=8", "w5.res.a.needed=8"),
    ("R-W5-03", "w4.modules.m.name=Line\nw5.svc.s.name=Hotline", "w5.svc.s.module=m"),
    ("R-W5-03", "w4.modules.m.name=Line\nw5.cap.c.capability=Spares", "w5.cap.c.origin=w4.modules m 0"),
    (
        "R-W5-04",
        "w5.sq.reliability.expectation=6\nw5.sq.reliability.perception=4.4
        w5.sq.empathy.expectation=5\nw5.sq.empathy.perception=5",
        "w5.sq.reliability.perception=4.5",
    ),
    ("R-W5-05", "w5.iss.a.description=Down\nw5.iss.a.severity=s1\nw5.iss.a.due=2026-03-04", "w5.iss.a.due=2026-03-05"),
    (
        "R-W5-05",
        "w5.iss.a.description=Down\nw5.iss.a.severity=s2\nw5.iss.a.status=closed",
        "w5.iss.a.told_customer=yes",
    ),
    ("R-W5-05", "w5.iss.a.severity=s2\nw5.iss.a.reported=2026-03-03", "w5.iss.a.reported=2026-03-04"),
    ("R-W6-01", "w6.obj.o.statement=Grow\nw3.cgoals.g.text=Uptime", "w6.obj.o.customer_goal=g"),
    (
        "R-W6-02",
        "w6.obj.o.statement=Grow\nw6.act.a.objective=o\nw6.act.b.objective=o\nw6.act.b.status=cancelled",
        "w6.act.b.status=doing",
    ),
    (
        "R-W6-04",
        "w6.targets.t.revenue=200\nw6.fin.base_revenue=100\nw6.opp.o.amount=199\nw6.opp.o.stage=lead
        w2.deals.a.result=won\nw2.deals.b.result=lost",
        "w6.opp.o.amount=200",
    ),
    (
        "R-W6-05",
        "w6.opp.a.amount=51\nw6.opp.a.probability=100\nw6.opp.b.amount=49\nw6.opp.b.probability=100",
        "w6.opp.b.amount=51",
    ),
    (
        "R-W6-06",
        "w6.act.a.what=Visit\nw6.act.a.due=2026-03-04\nw6.act.b.what=Test\nw6.act.c.what=Send\nw6.act.d.what=Agree",
        "w6.act.e.what=Ask",
    ),
    ("R-W6-07", "w6.act.a.type=visit\nw6.act.b.type=club\nw6.act.c.type=meeting", "w6.act.c.type=pilot"),
    (
        "R-W6-08",
        "w6.risk.a.text=They leave\nw6.risk.a.probability=4\nw6.risk.a.impact=4\nw6.risk.a.mitigation=Offer",
        "w6.risk.a.owner=t",
    ),
    (
        "R-W6-09",
        "w6.relationship.strategy=1\nw6.relationship.breadth=1\nw6.relationship.openness=1\nw6.relationship.trust=1
        w6.relationship.joint_planning=1\nw6.relationship.integration=1\nw6.relationship.stage_target=interdependent",
        "w6.relationship.stage_target=cooperative",
    ),
    ("R-W6-10", "w2.wallet.w.total_spend=100\nw2.wallet.w.ours=61", "w2.summary.battle_strategy=defend"),
    (
        "R-W6-11",
        "portfolio.customers.a.revenue=31\nportfolio.customers.a.is_account=yes\nportfolio.customers.b.revenue=69",
        "portfolio.customers.a.revenue=29",
    ),
    ("R-W6-12", "card.profile.contract_end=2026-09-01", "card.profile.contract_end=2026-09-02"),
    ("R-W6-12", "card.profile.contract_end=2026-03-01", "w6.opp.o.name=Renewal of the frame"),
    ("R-W6-12", "card.profile.contract_end=2026-06-30", "w6.opp.o.name=专线续约"),
    ("R-W6-13", "card.plan.next_review=2026-03-04", "card.plan.next_review=2026-03-05"),
    ("R-W6-13", "w6.obj.o.statement=Grow", "card.plan.next_review=2026-03-05"),
    (
        "R-W6-14",
        "w5.cts.c.quantity=51\nw5.cts.c.unit_cost=1\nw6.hist.h.year=2025\nw6.hist.h.margin=100",
        "w5.cts.c.quantity=50",
    ),
];
