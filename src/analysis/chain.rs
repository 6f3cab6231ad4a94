//! Where does this go? From each need to the modules that cover it, what the customer gains, the services and
//! capabilities behind it, the objectives it serves and the actions that carry it.

use std::collections::HashSet;
use std::rc::Rc;

use super::Book;
use super::links::copy::origin_in;
use crate::model::{Bi, Id, Place, Row, TableDef, bi};
use crate::worksheets::needs::needs;
use crate::worksheets::plan::{act, obj};
use crate::worksheets::service::{cap, svc};
use crate::worksheets::solution::{benefits, cover, modules};

/// A stage on the way from a need to an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A module covers it at least weakly.
    Module,
    /// A benefit comes from it.
    Benefit,
    /// A service names one of its modules, or a capability was taken over from it or them.
    Support,
    /// An objective names it, or the customer goal that it serves.
    Objective,
    /// An action belongs to one of its objectives, or was taken over from it or its capabilities.
    Action,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Self; 5] = [Self::Module, Self::Benefit, Self::Support, Self::Objective, Self::Action];

    /// Its name.
    pub const fn label(self) -> Bi {
        match self {
            Self::Module => bi("Modules", "方案模块"),
            Self::Benefit => bi("Benefits", "客户收益"),
            Self::Support => bi("Services and capabilities", "服务与能力"),
            Self::Objective => bi("Objectives", "目标"),
            Self::Action => bi("Actions", "行动"),
        }
    }

    /// Where a missing link is mended for a need.
    pub fn place(self, need: &Id) -> Place {
        match self {
            Self::Module => Place::row(cover::TABLE, need.clone(), cover::CELL.slot),
            Self::Benefit => Place::form(benefits::TABLE, benefits::NEED.slot),
            Self::Support => Place::form(svc::TABLE, svc::MODULE.slot),
            Self::Objective => Place::form(obj::TABLE, obj::LINKS_NEEDS.slot),
            Self::Action => Place::form(act::TABLE, act::OBJECTIVE.slot),
        }
    }
}

/// What a need leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The need.
    pub need: Id,
    /// The rows it reaches at each stage, with their tables, in the order of [`Stage::ALL`].
    pub reached: [Vec<(&'static TableDef, Id)>; 5],
    /// The first stage it does not reach, and where to mend it. The whole column is meant where the place has no row.
    pub broken: Option<(Stage, Place)>,
}

/// The chains of all needs with content.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Chains {
    /// In the order of the needs.
    pub chains: Vec<Chain>,
    /// How many needs reach each stage.
    pub counts: [usize; 5],
}

impl Chains {
    /// How many needs lead all the way to an action.
    pub fn complete(&self) -> usize {
        self.chains.iter().filter(|chain| chain.broken.is_none()).count()
    }

    /// How many needs break at each stage first.
    pub fn breaks(&self) -> [usize; 5] {
        let broken = |stage| self.chains.iter().filter(move |chain| chain.breaks_at() == Some(stage)).count();
        Stage::ALL.map(broken)
    }
}

impl Chain {
    /// The first stage it does not reach.
    pub fn breaks_at(&self) -> Option<Stage> {
        self.broken.as_ref().map(|(stage, _)| *stage)
    }
}

/// Follows every need.
pub fn chains(book: &Book) -> Rc<Chains> {
    let reads =
        [needs::TABLE, modules::TABLE, cover::TABLE, benefits::TABLE, svc::TABLE, cap::TABLE, obj::TABLE, act::TABLE];
    book.memo("chains of needs", &reads, || {
        let links = Links::read(book);
        let chains: Vec<Chain> =
            book.rows(needs::TABLE).filter(|need| has_text(need)).map(|need| follow(book, need, &links)).collect();
        let mut counts = [0; 5];
        for chain in &chains {
            for (count, reached) in counts.iter_mut().zip(&chain.reached) {
                *count += usize::from(!reached.is_empty());
            }
        }
        Chains { chains, counts }
    })
}

fn has_text(need: &Row) -> bool {
    need.get(needs::NEED).is_some()
}

/// A row with what it hangs on, read once for all needs.
struct Link<'d> {
    row: &'d Row,
    /// The row it names: a benefit's need, a service's module, an action's objective, an objective's customer goal.
    names: Option<&'d str>,
    of_need: Option<&'d str>,
    of_module: Option<&'d str>,
    of_capability: Option<&'d str>,
}

/// The rows that can stand on the way of a need.
struct Links<'d> {
    modules: Vec<&'d Row>,
    benefits: Vec<Link<'d>>,
    services: Vec<Link<'d>>,
    capabilities: Vec<Link<'d>>,
    objectives: Vec<Link<'d>>,
    actions: Vec<Link<'d>>,
}

impl<'d> Links<'d> {
    fn read(book: &Book<'d>) -> Self {
        let mut actions = links(book, act::TABLE, |row| row.get(act::OBJECTIVE));
        actions.retain(|link| link.row.get(act::STATUS) != Some("cancelled"));
        Self {
            modules: book.rows(modules::TABLE).collect(),
            benefits: links(book, benefits::TABLE, |row| row.get(benefits::NEED)),
            services: links(book, svc::TABLE, |row| row.get(svc::MODULE)),
            capabilities: links(book, cap::TABLE, |_| None),
            objectives: links(book, obj::TABLE, |row| row.get(obj::CUSTOMER_GOAL)),
            actions,
        }
    }
}

fn links<'d>(book: &Book<'d>, table: &'static TableDef, names: fn(&'d Row) -> Option<&'d str>) -> Vec<Link<'d>> {
    let of = |row: &'d Row, table| origin_in(row, table).map(|(id, _)| id);
    let link = |row: &'d Row| Link {
        row,
        names: names(row),
        of_need: of(row, needs::TABLE),
        of_module: of(row, modules::TABLE),
        of_capability: of(row, cap::TABLE),
    };
    book.rows(table).map(link).collect()
}

fn follow(book: &Book, need: &Row, links: &Links) -> Chain {
    let id = need.id.as_str();
    let covers = |module: &&&Row| book.cell(cover::TABLE, &need.id, &module.id).get(cover::CELL) > Some(0.0);
    let modules: Vec<&Row> = links.modules.iter().filter(covers).copied().collect();
    let in_modules = ids(&modules);
    let is_in = |set: &HashSet<&str>, id: Option<&str>| id.is_some_and(|id| set.contains(id));
    let benefits = select(&links.benefits, |link| link.names == Some(id));

    let comes_along = |link: &Link| link.of_need == Some(id) || is_in(&in_modules, link.of_module);
    let services = select(&links.services, |link| is_in(&in_modules, link.names) || comes_along(link));
    let capabilities = select(&links.capabilities, comes_along);
    let in_capabilities = ids(&capabilities);

    let goal = need.get(needs::GOAL);
    let names_need = |row: &Row| row.get(obj::LINKS_NEEDS).is_some_and(|needs| needs.iter().any(|other| other == id));
    let serves = |link: &Link| (link.names.is_some() && link.names == goal) || names_need(link.row);
    let objectives = select(&links.objectives, serves);
    let in_objectives = ids(&objectives);
    let actions = select(&links.actions, |link| {
        link.of_need == Some(id) || is_in(&in_objectives, link.names) || is_in(&in_capabilities, link.of_capability)
    });

    let reached = [
        marked(modules::TABLE, &modules),
        marked(benefits::TABLE, &benefits),
        [marked(svc::TABLE, &services), marked(cap::TABLE, &capabilities)].concat(),
        marked(obj::TABLE, &objectives),
        marked(act::TABLE, &actions),
    ];
    let first_missing = Stage::ALL.into_iter().zip(&reached).find(|(_, rows)| rows.is_empty());
    let broken = first_missing.map(|(stage, _)| (stage, stage.place(&need.id)));
    Chain { need: need.id.clone(), reached, broken }
}

fn select<'d>(links: &[Link<'d>], fits: impl Fn(&Link<'d>) -> bool) -> Vec<&'d Row> {
    links.iter().filter(|link| fits(link)).map(|link| link.row).collect()
}

fn ids<'d>(rows: &[&'d Row]) -> HashSet<&'d str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

fn marked(table: &'static TableDef, rows: &[&Row]) -> Vec<(&'static TableDef, Id)> {
    rows.iter().map(|row| (table, row.id.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::{Chains, Stage, chains};
    use crate::analysis::testkit::{doc, put, today};
    use crate::analysis::{Book, Memo};
    use crate::model::Document;

    fn of(document: &Document) -> Chains {
        chains(&Book::new(document, today(), &Memo::default())).as_ref().clone()
    }

    #[test]
    fn a_need_is_followed_until_it_breaks() {
        let mut document = doc(&[("w3.needs.n.need", "No stops"), ("w3.needs.empty.importance", "3")]);
        let steps = [
            (Stage::Module, "w4.cover.cell", [("w4.modules.m.name", "Monitoring"), ("w4.cover.n.m.cell", "1")]),
            (Stage::Benefit, "w4.benefits.need", [("w4.benefits.b.amount", "40"), ("w4.benefits.b.need", "n")]),
            (Stage::Support, "w5.svc.module", [("w5.svc.s.name", "Hotline"), ("w5.svc.s.module", "m")]),
            (Stage::Objective, "w6.obj.links_needs", [("w6.obj.o.statement", "Uptime"), ("w6.obj.o.links_needs", "n")]),
            (Stage::Action, "w6.act.objective", [("w6.act.a.what", "Visit"), ("w6.act.a.objective", "o")]),
        ];
        for (at, (stage, path, values)) in steps.into_iter().enumerate() {
            let found = of(&document);
            assert_eq!(found.chains.len(), 1);
            let (broken, place) = found.chains[0].broken.clone().unwrap();
            assert_eq!((broken, place.path().as_str()), (stage, path));
            assert_eq!(found.counts.iter().sum::<usize>(), at);
            values.iter().for_each(|(path, text)| put(&mut document, path, text));
        }
        let found = of(&document);
        assert_eq!(found.counts, [1; 5]);
        assert_eq!(found.chains[0].broken, None);
        let reached: Vec<&str> = found.chains[0].reached.iter().map(|rows| rows[0].1.as_str()).collect();
        assert_eq!(reached, ["m", "b", "s", "o", "a"]);
        assert_eq!((found.complete(), found.breaks()), (1, [0; 5]));
        put(&mut document, "w6.act.a.status", "cancelled");
        assert_eq!(of(&document).counts, [1, 1, 1, 1, 0]);
        assert_eq!((of(&document).complete(), of(&document).breaks()), (0, [0, 0, 0, 0, 1]));
        put(&mut document, "w4.cover.n.m.cell", "0");
        assert_eq!(of(&document).counts, [0, 1, 0, 1, 0]);
    }

    #[test]
    fn copies_and_shared_goals_lead_on_too() {
        let document = doc(&[
            ("w3.needs.n.need", "No stops"),
            ("w3.needs.n.goal", "g"),
            ("w5.cap.c.origin", "w3.needs n 00000000"),
            ("w6.obj.o.customer_goal", "g"),
            ("w6.obj.p.customer_goal", "h"),
            ("w6.act.a.origin", "w5.cap c 00000000"),
            ("w6.act.b.objective", "p"),
        ]);
        let found = of(&document);
        assert_eq!(found.counts, [0, 0, 1, 1, 1]);
        let ids = |at: usize| found.chains[0].reached[at].iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>();
        assert_eq!((ids(2), ids(3), ids(4)), (vec!["c"], vec!["o"], vec!["a"]));
    }
}
