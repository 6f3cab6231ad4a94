//! Bringing copies together: computed anew with every decision, applied as one step when the person says so.

use std::collections::BTreeMap;

use crate::ui::prelude::*;

use super::state::Back;
use super::{conflicts, log, returned, twins};
use crate::change::diff::diff;
use crate::change::merge::{Choice, Conflict, Decisions, Merge, Stats, join_rows, merge, with_log};
use crate::change::{Patch, apply};
use crate::file::hand_out::{Kept, Returned, settled, tell_apart};
use crate::file::read::read_snapshot;
use crate::i18n::copies as say;
use crate::model::Document;
use crate::storage::SnapshotKind;
use crate::ui::cx::Cx;
use crate::ui::dom;

/// What lies on the table: the copies as they were read, and what they come to.
#[derive(Clone, Copy)]
pub struct Bench {
    cx: Cx,
    /// The copies with their file names; those that could not be read are left out.
    copies: RwSignal<Vec<(String, Returned)>, LocalStorage>,
    /// The merge with the decisions so far.
    pub merge: RwSignal<Option<Merge>>,
    /// Every conflict that came up, decided or not, in the order in which they came up.
    pub conflicts: RwSignal<Vec<Conflict>>,
    took_ms: RwSignal<f64>,
}

impl Bench {
    fn new(cx: Cx) -> Self {
        let bench = Self {
            cx,
            copies: RwSignal::new_local(Vec::new()),
            merge: RwSignal::new(None),
            conflicts: RwSignal::new(Vec::new()),
            took_ms: RwSignal::new(0.0),
        };
        bench.follow_files();
        bench.follow_decisions();
        bench
    }

    /// The files that wait for this workbook.
    pub fn files(self) -> Vec<Back> {
        self.copies.track();
        let id = self.cx.desk.id();
        self.cx.app.returns.with(|returns| returns.of(id.as_str()).to_vec())
    }

    /// Who filled a file.
    pub fn author_of(self, file: &str) -> String {
        self.copies
            .with(|copies| copies.iter().find(|(name, _)| name == file).map(|(_, copy)| copy.author.clone()))
            .unwrap_or_default()
    }

    /// Whether it is known what a file was handed out as; nothing while it is being read.
    pub fn has_base(self, file: &str) -> Option<bool> {
        self.copies.with(|copies| copies.iter().find(|(name, _)| name == file).map(|(_, copy)| copy.base.is_some()))
    }

    /// Reads something of an author's document, or of the one on the desk where that author has none.
    pub fn with_document<T>(self, author: &str, read: impl FnOnce(&Document) -> T) -> T {
        self.copies.with_untracked(|copies| match copies.iter().find(|(_, copy)| copy.author == author) {
            Some((_, copy)) => read(&copy.document),
            None => self.cx.desk.with(read),
        })
    }

    /// Reads something of all documents, the one on the desk first.
    pub fn with_documents<T>(self, read: impl FnOnce(&[&Document]) -> T) -> T {
        self.copies.with_untracked(|copies| {
            self.cx.desk.with(|mine| {
                let all: Vec<&Document> =
                    std::iter::once(mine).chain(copies.iter().map(|(_, copy)| &copy.document)).collect();
                read(&all)
            })
        })
    }

    /// Adds decisions.
    pub fn decide(self, more: Decisions) {
        self.cx.app.returns.update(|returns| returns.decisions.extend(more));
    }

    fn follow_files(self) {
        let cx = self.cx;
        let id = cx.desk.id();
        let files = Memo::new(move |_| {
            cx.app.returns.with(|returns| {
                let key = |back: &Back| {
                    (back.incoming.name.clone(), back.author.clone(), std::sync::Arc::as_ptr(&back.incoming) as usize)
                };
                returns.of(id.as_str()).iter().map(key).collect::<Vec<_>>()
            })
        });
        Effect::new(move |_| {
            // Reading it, not only following it: a memo that nobody read follows nothing.
            let _ = files.get();
            leptos::task::spawn_local(async move {
                let kept: Vec<Kept> = kept_documents(cx).await.into_iter().map(Kept::new).collect();
                let Some(files) =
                    cx.app.returns.try_with_untracked(|returns| returns.of(cx.desk.id().as_str()).to_vec())
                else {
                    return;
                };
                let read = files.iter().filter_map(|back| {
                    let workbook = back.incoming.read.as_ref().ok()?.workbook.clone();
                    let mut copy = Returned::new(workbook, &back.incoming.name, &kept);
                    if let Some(author) = &back.author {
                        copy.author.clone_from(author);
                    }
                    Some((back.incoming.name.clone(), copy))
                });
                let (names, mut copies): (Vec<String>, Vec<Returned>) = read.unzip();
                tell_apart(&mut copies);
                self.conflicts.try_set(Vec::new());
                self.copies.try_set(names.into_iter().zip(copies).collect());
            });
        });
    }

    /// Where decisions were taken before this page was opened: the conflicts that they answer.
    fn recall(self, decisions: &Decisions) {
        if decisions.is_empty() || self.conflicts.with_untracked(|known| !known.is_empty()) {
            return;
        }
        let undecided = self.copies.with_untracked(|copies| {
            let copies: Vec<_> = copies.iter().map(|(_, copy)| copy.as_copy()).collect();
            self.cx.desk.with(|mine| merge(mine, &copies, &Decisions::new())).conflicts
        });
        self.conflicts.set(undecided);
    }

    /// The conflicts that did not come up before.
    fn new_conflicts(self, merged: Option<&Merge>) -> Vec<Conflict> {
        self.conflicts.with_untracked(|known| {
            let is_new = |conflict: &&Conflict| !known.iter().any(|other| other.at == conflict.at);
            merged.iter().flat_map(|merge| &merge.conflicts).filter(is_new).cloned().collect()
        })
    }

    fn follow_decisions(self) {
        let cx = self.cx;
        Effect::new(move |_| {
            cx.desk.changed.track();
            let decisions = cx.app.returns.with(|returns| returns.decisions.clone());
            let begun = dom::elapsed_ms();
            let merged = self.copies.with(|copies| {
                let copies: Vec<_> = copies.iter().map(|(_, copy)| copy.as_copy()).collect();
                (!copies.is_empty()).then(|| cx.desk.with(|mine| merge(mine, &copies, &decisions)))
            });
            self.took_ms.set(dom::elapsed_ms() - begun);
            self.recall(&decisions);
            let new = self.new_conflicts(merged.as_ref());
            // Whose part of the workbook it is, is proposed; people may choose otherwise.
            let proposed = new.iter().filter(|conflict| !decisions.contains_key(&conflict.at));
            let proposed: Decisions = proposed
                .filter_map(|conflict| Some((conflict.at.clone(), Choice::Theirs(conflict.owner.clone()?))))
                .collect();
            if !new.is_empty() {
                self.conflicts.update(|known| known.extend(new));
            }
            self.merge.set(merged);
            if !proposed.is_empty() {
                self.decide(proposed);
            }
        });
    }
}

/// The states that were kept when copies were handed out, newest first; and the present one, for where nothing is kept.
async fn kept_documents(cx: Cx) -> Vec<Document> {
    const MOST: usize = 30;
    let Some(store) = cx.app.store() else { return Vec::new() };
    let id = cx.desk.id();
    let mut kept = Vec::new();
    let infos = store.snapshots(id.as_str()).await;
    for info in infos.iter().filter(|info| info.kind == SnapshotKind::Base).take(MOST) {
        kept.extend(store.read_snapshot(id.as_str(), info.id).await);
    }
    // What came along in the file, where the workbook was handed out from another device.
    let travelled = store.workbook().map(|workbook| workbook.snapshots).unwrap_or_default();
    let read = |data: &str| read_snapshot(data, id.clone(), cx.lang, &mut dom::new_id).ok();
    kept.extend(travelled.iter().rev().filter_map(|snapshot| read(&snapshot.data)));
    kept.push(cx.desk.with(|document| settled(document, &mut dom::new_id)));
    kept
}

/// The part of the page.
pub fn view(cx: Cx) -> AnyView {
    let bench = Bench::new(cx);
    view! {
        {returned::view(cx, bench)}
        {move || summary(cx, bench)}
        {conflicts::view(cx, bench)}
        {twins::view(cx, bench)}
        {move || finish(cx, bench)}
        {move || log::view(cx)}
    }
    .into_any()
}

fn summary(cx: Cx, bench: Bench) -> AnyView {
    let Some(stats) = bench.merge.with(|merge| merge.as_ref().map(|merge| merge.stats.clone())) else {
        return ().into_any();
    };
    let took = format!("{:.0}", bench.took_ms.get());
    let heads = super::heads(
        cx,
        &[say::WHO, say::ROWS_ADDED, say::VALUES_CHANGED, say::ROWS_REMOVED, say::RATED, say::OPEN_CONFLICTS, say::WON],
    );
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=cx.t(say::CAME_FROM) data-merge-ms=took>
            <table class="plain figures-table">{heads}<tbody>{stats_rows(&stats)}</tbody></table>
        </div>
    }
    .into_any()
}

fn stats_rows(stats: &BTreeMap<String, Stats>) -> AnyView {
    let row = |(author, stats): (&String, &Stats)| {
        let numbers = [stats.added, stats.changed, stats.removed, stats.rated, stats.conflicts, stats.won];
        let cells = numbers.iter().map(|number| view! { <td class="num">{number.to_string()}</td> }).collect_view();
        view! { <tr data-author=author.clone()><th scope="row">{author.clone()}</th>{cells}</tr> }
    };
    stats.iter().map(row).collect_view().into_any()
}

fn finish(cx: Cx, bench: Bench) -> AnyView {
    let says_something = bench.merge.with(|merge| {
        merge.as_ref().map(|merge| {
            !merge.patch.is_empty() || !merge.ratings.is_empty() || !merge.conflicts.is_empty() || merge.decided > 0
        })
    });
    match says_something {
        None => ().into_any(),
        Some(says) => view! {
            {(!says).then(|| view! { <p class="hint">{cx.t(say::NOTHING_NEW)}</p> })}
            <div class="choices end">
                <button type="button" class="btn main" data-action="merge" on:click=move |_| apply_merge(cx, bench)>{cx.t(say::DO_MERGE)}</button>
            </div>
        }
        .into_any(),
    }
}

/// The merge with its entries in the log and the rows that are to be joined, as one step.
fn apply_merge(cx: Cx, bench: Bench) {
    let joins = cx.app.returns.with_untracked(|returns| returns.joins.clone());
    let patch = bench.merge.with_untracked(|merge| {
        let merge = merge.as_ref()?;
        Some(cx.desk.with(|document| whole_patch(cx, document, merge, &joins)))
    });
    let Some(patch) = patch else { return };
    let count = bench.copies.with_untracked(Vec::len);
    if let Some(store) = cx.app.store() {
        store.before_import();
    }
    cx.desk.close_step();
    cx.desk.commit(patch, false);
    cx.desk.close_step();
    cx.app.returns.set(super::Returns::default());
    cx.app.toast_undo(cx.tf(say::MERGED, &[&count.to_string()]), cx.desk);
}

fn whole_patch(cx: Cx, document: &Document, merge: &Merge, joins: &BTreeMap<String, bool>) -> Patch {
    let author = cx.desk.author();
    let mut merged = document.clone();
    apply(&mut merged, &with_log(document, merge, dom::today(), &author, &mut dom::new_id));
    for twin in merge.duplicates.iter().filter(|twin| joins.get(&twins::key(twin)) == Some(&true)) {
        let Some((keep, others)) = twin.rows.split_first() else { continue };
        for other in others {
            let patch = join_rows(&merged, twin.table, keep, other);
            apply(&mut merged, &patch);
        }
    }
    diff(document, &merged)
}
