//! Undo and redo of this tab's own patches.

use super::{Op, Patch};

/// Most steps kept. More than anyone undoes, less than memory minds.
pub const MOST_STEPS: usize = 1_000;

/// What was done and can be undone, what was undone and can be redone.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Patch>,
    undone: Vec<Patch>,
    open: bool,
}

impl History {
    /// Records a patch that was applied. Typing on in the same field joins the step before it, until [`Self::close`].
    pub fn record(&mut self, patch: Patch, joins: bool) {
        if patch.is_empty() {
            return;
        }
        self.undone.clear();
        let joined = joins && self.open && self.done.last_mut().is_some_and(|last| join(last, &patch));
        if joined {
            // Back to where it began: no step at all.
            let came_back = |op: &Op| matches!(op, Op::Set { before, after, .. } if before == after);
            if self.done.last().is_some_and(|last| last.ops.iter().all(came_back)) {
                self.done.pop();
            }
        } else {
            self.done.push(patch);
            if self.done.len() > MOST_STEPS {
                self.done.remove(0);
            }
        }
        self.open = joins;
    }

    /// Ends the step in progress: the next patch is a step of its own.
    pub const fn close(&mut self) {
        self.open = false;
    }

    /// Takes the last step back: the patch to apply.
    pub fn undo(&mut self) -> Option<Patch> {
        let patch = self.done.pop()?;
        self.open = false;
        self.undone.push(patch.clone());
        Some(patch.inverse())
    }

    /// Does the last undone step again: the patch to apply.
    pub fn redo(&mut self) -> Option<Patch> {
        let patch = self.undone.pop()?;
        self.open = false;
        self.done.push(patch.clone());
        Some(patch)
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

/// Joins a patch to the one before it when both set the same places.
fn join(last: &mut Patch, next: &Patch) -> bool {
    let same_places = last.ops.len() == next.ops.len()
        && last.ops.iter().zip(&next.ops).all(|pair| match pair {
            (Op::Set { place, .. }, Op::Set { place: other, .. }) => place == other,
            _ => false,
        });
    if same_places {
        for pair in last.ops.iter_mut().zip(&next.ops) {
            if let (Op::Set { after, .. }, Op::Set { after: new, .. }) = pair {
                after.clone_from(new);
            }
        }
    }
    same_places
}
