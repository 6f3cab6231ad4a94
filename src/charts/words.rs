//! Sentences with the user's names and numbers in both languages.

/// A sentence in the asked language, with values in braces.
macro_rules! say {
    ($lang:expr, $en:literal, $zh:literal $(,)?) => {
        match $lang {
            $crate::model::Lang::En => format!($en),
            $crate::model::Lang::Zh => format!($zh),
        }
    };
}

/// Words in the asked language.
macro_rules! word {
    ($lang:expr, $en:expr, $zh:expr $(,)?) => {
        $crate::model::bi($en, $zh).get($lang)
    };
}
