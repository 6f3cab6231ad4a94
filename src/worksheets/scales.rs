//! The rating scales, each with words at its anchors.

use crate::model::{Scale, anchor};

/// Scale `force_strength`.
pub static FORCE_STRENGTH: Scale = Scale {
    key: "force_strength",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "very weak", "很弱"),
        anchor(2, "weak", "弱"),
        anchor(3, "medium", "中"),
        anchor(4, "strong", "强"),
        anchor(5, "very strong", "很强"),
    ],
};

/// Scale `attractiveness`.
pub static ATTRACTIVENESS: Scale = Scale {
    key: "attractiveness",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "very low", "很低"),
        anchor(2, "low", "低"),
        anchor(3, "medium", "中"),
        anchor(4, "high", "高"),
        anchor(5, "very high", "很高"),
    ],
};

/// Scale `maturity`.
pub static MATURITY: Scale = Scale {
    key: "maturity",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "initial", "初始级"),
        anchor(2, "managed", "已管理级"),
        anchor(3, "defined", "已定义级"),
        anchor(4, "quantitatively managed", "量化管理级"),
        anchor(5, "optimizing", "优化级"),
    ],
};

/// Scale `influence`.
pub static INFLUENCE: Scale = Scale {
    key: "influence",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "none", "无"),
        anchor(2, "low", "低"),
        anchor(3, "moderate", "中"),
        anchor(4, "high", "高"),
        anchor(5, "decisive", "决定性"),
    ],
};

/// Scale `probability`.
pub static PROBABILITY: Scale = Scale {
    key: "probability",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "rare: below 10 %", "罕见：低于10%"),
        anchor(2, "unlikely: 10–30 %", "不太可能：10–30%"),
        anchor(3, "possible: 30–50 %", "可能：30–50%"),
        anchor(4, "likely: 50–80 %", "很可能：50–80%"),
        anchor(5, "almost certain: above 80 %", "几乎确定：高于80%"),
    ],
};

/// Scale `impact`.
pub static IMPACT: Scale = Scale {
    key: "impact",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "negligible", "可忽略"),
        anchor(2, "minor", "轻微"),
        anchor(3, "moderate", "中等"),
        anchor(4, "major", "重大"),
        anchor(5, "critical", "致命"),
    ],
};

/// Scale `support`.
pub static SUPPORT: Scale = Scale {
    key: "support",
    min: -2,
    max: 2,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(-2, "enemy", "反对者"),
        anchor(-1, "non-supporter", "不支持"),
        anchor(0, "neutral", "中立"),
        anchor(1, "supporter", "支持"),
        anchor(2, "advocate or mentor", "拥护者或导师"),
    ],
};

/// Scale `contact`.
pub static CONTACT: Scale = Scale {
    key: "contact",
    min: 0,
    max: 4,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(0, "none", "无接触"),
        anchor(1, "once", "偶尔"),
        anchor(2, "regular", "定期"),
        anchor(3, "working relation", "密切"),
        anchor(4, "trusted", "信赖"),
    ],
};

/// Scale `cpm`.
pub static CPM: Scale = Scale {
    key: "cpm",
    min: 1,
    max: 4,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "major weakness", "主要弱点"),
        anchor(2, "minor weakness", "次要弱点"),
        anchor(3, "minor strength", "次要优势"),
        anchor(4, "major strength", "主要优势"),
    ],
};

/// Scale `efe`.
pub static EFE: Scale = Scale {
    key: "efe",
    min: 1,
    max: 4,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "poor", "较差"),
        anchor(2, "average", "一般"),
        anchor(3, "above average", "较好"),
        anchor(4, "superior", "优秀"),
    ],
};

/// Scale `effect`.
pub static EFFECT: Scale = Scale {
    key: "effect",
    min: -2,
    max: 2,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(-2, "strong brake", "强烈抑制"),
        anchor(-1, "brake", "抑制"),
        anchor(0, "neutral", "中性"),
        anchor(1, "driver", "推动"),
        anchor(2, "strong driver", "强力推动"),
    ],
};

/// Scale `performance`.
pub static PERFORMANCE: Scale = Scale {
    key: "performance",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "far behind", "远远落后"),
        anchor(2, "behind", "落后"),
        anchor(3, "on a par", "相当"),
        anchor(4, "ahead", "领先"),
        anchor(5, "far ahead", "遥遥领先"),
    ],
};

/// Scale `intent`.
pub static INTENT: Scale = Scale {
    key: "intent",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "no interest", "无意进攻"),
        anchor(2, "now and then", "偶有动作"),
        anchor(3, "waits for a chance", "伺机而动"),
        anchor(4, "active", "主动争夺"),
        anchor(5, "all out", "全力进攻"),
    ],
};

/// Scale `level_10`.
pub static LEVEL_10: Scale = Scale {
    key: "level_10",
    min: 1,
    max: 10,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "lowest", "最低"),
        anchor(4, "below average", "偏低"),
        anchor(7, "above average", "偏高"),
        anchor(10, "highest", "最高"),
    ],
};

/// Scale `importance_5`.
pub static IMPORTANCE_5: Scale = Scale {
    key: "importance_5",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "unimportant", "不重要"),
        anchor(2, "minor", "次要"),
        anchor(3, "moderate", "一般"),
        anchor(4, "important", "重要"),
        anchor(5, "decisive", "关键"),
    ],
};

/// Scale `fit`.
pub static FIT: Scale = Scale {
    key: "fit",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "poor", "很差"),
        anchor(2, "weak", "较弱"),
        anchor(3, "fair", "一般"),
        anchor(4, "good", "较好"),
        anchor(5, "full", "完全匹配"),
    ],
};

/// Scale `interest`.
pub static INTEREST: Scale = Scale {
    key: "interest",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "none", "不关心"),
        anchor(2, "little", "略知"),
        anchor(3, "some", "一般"),
        anchor(4, "high", "较关注"),
        anchor(5, "very high", "高度关注"),
    ],
};

/// Scale `relationship`.
pub static RELATIONSHIP: Scale = Scale {
    key: "relationship",
    min: 1,
    max: 4,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "supplier", "供应商"),
        anchor(2, "credible source", "可信来源"),
        anchor(3, "problem solver", "问题解决者"),
        anchor(4, "trusted adviser", "信赖顾问"),
    ],
};

/// Scale `importance_10`.
pub static IMPORTANCE_10: Scale = Scale {
    key: "importance_10",
    min: 1,
    max: 10,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "hardly matters", "几乎无所谓"),
        anchor(4, "nice to have", "有更好"),
        anchor(7, "important", "重要"),
        anchor(10, "vital", "非有不可"),
    ],
};

/// Scale `satisfaction_10`.
pub static SATISFACTION_10: Scale = Scale {
    key: "satisfaction_10",
    min: 1,
    max: 10,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "very dissatisfied", "非常不满"),
        anchor(4, "rather dissatisfied", "不太满意"),
        anchor(7, "satisfied", "满意"),
        anchor(10, "delighted", "非常满意"),
    ],
};

/// Scale `kano_answer`.
pub static KANO_ANSWER: Scale = Scale {
    key: "kano_answer",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "I like it", "喜欢"),
        anchor(2, "it must be so", "理应如此"),
        anchor(3, "neutral", "无所谓"),
        anchor(4, "I can live with it", "勉强接受"),
        anchor(5, "I dislike it", "不喜欢"),
    ],
};

/// Scale `qualification`.
pub static QUALIFICATION: Scale = Scale {
    key: "qualification",
    min: 0,
    max: 2,
    decimals: 0,
    only: &[],
    anchors: &[anchor(0, "unknown", "不清楚"), anchor(1, "partly known", "部分清楚"), anchor(2, "proven", "已证实")],
};

/// Scale `coverage`.
pub static COVERAGE: Scale = Scale {
    key: "coverage",
    min: 0,
    max: 9,
    decimals: 0,
    only: &[0, 1, 3, 9],
    anchors: &[anchor(0, "none", "无"), anchor(1, "weak", "弱"), anchor(3, "medium", "中"), anchor(9, "strong", "强")],
};

/// Scale `self_check`.
pub static SELF_CHECK: Scale = Scale {
    key: "self_check",
    min: 1,
    max: 5,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "not at all", "完全没有"),
        anchor(2, "a little", "刚起步"),
        anchor(3, "half-way", "做到一半"),
        anchor(4, "largely", "大体做到"),
        anchor(5, "fully", "完全做到"),
    ],
};

/// Scale `ten`.
pub static TEN: Scale = Scale {
    key: "ten",
    min: 0,
    max: 10,
    decimals: 0,
    only: &[],
    anchors: &[anchor(0, "none", "没有"), anchor(5, "medium", "中等"), anchor(10, "very high", "很高")],
};

/// Scale `recommendation`.
pub static RECOMMENDATION: Scale = Scale {
    key: "recommendation",
    min: 0,
    max: 10,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(0, "not at all likely", "完全不会"),
        anchor(5, "neutral", "一般"),
        anchor(10, "extremely likely", "非常愿意"),
    ],
};

/// Scale `fulfilment`.
pub static FULFILMENT: Scale = Scale {
    key: "fulfilment",
    min: 1,
    max: 4,
    decimals: 0,
    only: &[],
    anchors: &[
        anchor(1, "hardly", "基本没有"),
        anchor(2, "partly", "部分做到"),
        anchor(3, "largely", "大体做到"),
        anchor(4, "fully", "完全做到"),
    ],
};
