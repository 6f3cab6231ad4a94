//! The one mechanism that declarations are written with: a table is a block, a field is a line.

/// Declares tables. Each becomes a module named after it, with a typed handle per field and the static `TABLE`.
///
/// ```text
/// tables! {
///     /// Needs in the customer's words.
///     needs = List "w3.needs" ("Needs", "需求清单") section "3.4" rows 5 safe true {
///         NEED: Text("need", "Need as an outcome", "需求").core();
///         IMPORTANCE: Rating("importance", "Importance", "重要度", &IMPORTANCE_10).core();
///     } defaults [];
/// }
/// ```
macro_rules! tables {
    ($(
        $(#[$doc:meta])*
        $table:ident = $shape:expr, $path:literal ($en:literal, $zh:literal) section $section:literal rows $rows:literal safe $safe:literal {
            $($field:ident : $kind:ident ( $($arg:expr),* ) $(. $set:ident ( $($value:expr),* $(,)? ))* ;)*
        } defaults [$($default:expr),* $(,)?];
    )*) => {$(
        $(#[$doc])*
        #[allow(unused_imports, missing_docs, non_camel_case_types, clippy::enum_variant_names, clippy::upper_case_acronyms, reason = "the field's label documents it")]
        pub mod $table {
            use super::*;
            use $crate::model::{Bi, Check, Class, Columns, Field, FieldDef, Given, Shape, TableDef, Unit, bi};

            enum Place { $($field),* }
            const SHAPE: Shape = $shape;
            const DEFS: &[FieldDef] = &[
                $($crate::model::$kind::declare($($arg),*)$(.$set($($value),*))*.at(SHAPE.attributes() + Place::$field as u8).field),*
            ];
            $(
                pub const $field: Field<$crate::model::$kind> = Field::of(
                    &$crate::model::$kind::declare($($arg),*)$(.$set($($value),*))*.at(SHAPE.attributes() + Place::$field as u8).field,
                );
            )*
            /// The questions of its fields, in their order.
            pub static ASKS: &[Bi] = &[$($crate::model::$kind::declare($($arg),*)$(.$set($($value),*))*.ask),*];
            /// The declaration of the table.
            pub static TABLE: &TableDef = &TableDef {
                path: $path,
                label: bi($en, $zh),
                section: $section,
                shape: SHAPE,
                min_rows: $rows,
                safe: $safe,
                fields: DEFS,
                rows: &[$($default),*],
            };
        }
    )*};
}
pub(crate) use tables;
