//! Worksheet 1: the customer's industry.

use super::declare::tables;
use super::defaults::prefilled;
use super::scales;
use crate::model::opt;

tables! {
    /// Industry scope.
    scope = Shape::Form, "w1.scope" ("Industry scope", "行业界定") section "1.1" rows 0 safe true {
        DEFINITION: LongText("definition", "Industry definition (what is in, what is out)", "行业界定（含什么、不含什么）").core().ask("The customer's market in one sentence: what belongs to it, what does not.", "一句话说清客户所在的市场：算什么，不算什么。");
        REGION: Text("region", "Geographic scope", "地域范围").standard();
        CODE: Text("code", "Classification code (GB/T 4754, ISIC, NAICS)", "行业分类代码");
        POSITION: Choice("position", "Account's position in the industry", "客户行业地位", &[opt("leader", "Leader", "领导者"), opt("challenger", "Challenger", "挑战者"), opt("follower", "Follower", "跟随者"), opt("niche", "Niche player", "补缺者")]).standard().ask("Does our customer lead this market, attack the leader, follow or fill a niche?", "客户在行业里是领跑、追赶、跟随，还是守一块小市场？");
        RANK: Integer("rank", "Account's rank", "客户排名").at_least(1.0);
        SHARE: Percent("share", "Account's market share", "客户市场份额").range(0.0, 100.0);
    } defaults [];

    /// Market.
    market = Shape::Form, "w1.market" ("Market", "市场口径") section "1.2" rows 0 safe true {
        SERIES_UNIT: Text("series_unit", "Unit of series", "规模单位").quick().ask("For example billion euros, or thousand tonnes.", "如：亿元、万吨。");
    } defaults [];

    /// Market size by year.
    series = Shape::List, "w1.series" ("Market size by year", "历年市场规模") section "1.2" rows 2 safe true {
        YEAR: Year("year", "Year", "年份").core().checks(&[Check::Unique]).ask("Two years are enough for a growth rate.", "有两个年份就能算增速。");
        SIZE: Number("size", "Market size", "市场规模").core().unit(Unit::Field("w1.market.series_unit")).checks(&[Check::AboveZero]).ask("The customer's market, not the world.", "客户所在的市场，不是全球大盘。");
        ACCOUNT_REVENUE: Money("account_revenue", "Customer's revenue in that year", "客户当年收入").ask("Lets you see whether the customer grows faster than the market.", "填了就能看出客户跑赢还是跑输行业。");
        NOTE: Text("note", "Note", "说明").standard();
    } defaults [];

    /// Market forecast.
    forecast = Shape::List, "w1.forecast" ("Market forecast", "市场预测") section "1.2" rows 0 safe true {
        YEAR: Year("year", "Forecast year", "预测年份").checks(&[Check::Unique]);
        LOW: Number("low", "Low", "低").at_least(0.0).unit(Unit::Field("w1.market.series_unit")).checks(&[Check::AtMost("base")]);
        BASE: Number("base", "Base", "中").at_least(0.0).unit(Unit::Field("w1.market.series_unit"));
        HIGH: Number("high", "High", "高").at_least(0.0).unit(Unit::Field("w1.market.series_unit")).checks(&[Check::AtLeast("base")]);
    } defaults [];

    /// Growth drivers and brakes.
    drivers = Shape::List, "w1.drivers" ("Growth drivers and brakes", "增长驱动与抑制因素") section "1.2" rows 0 safe true {
        DRIVER: Text("driver", "Driver or brake", "驱动或抑制因素").standard().ask("What makes this market grow, what holds it back?", "什么在推动增长，什么在拖后腿？");
        EFFECT: Rating("effect", "Effect", "作用", &scales::EFFECT).standard();
    } defaults [];

    /// Segments.
    segments = Shape::List, "w1.segments" ("Segments", "细分市场") section "1.2" rows 0 safe true {
        SEGMENT: Text("segment", "Segment", "细分市场");
        SHARE: Percent("share", "Share of the market", "占比").range(0.0, 100.0).checks(&[Check::SumAtMost100]);
        GROWTH: Percent("growth", "Growth", "增速");
    } defaults [];

    /// Players in the customer's market.
    players = Shape::List, "w1.players" ("Players in the customer's market", "行业主要企业") section "1.3" rows 0 safe true {
        NAME: Text("name", "Player", "主要企业").standard().ask("Who sells in this market? Our customer belongs in the list.", "谁在这个市场里卖？别漏了我们的客户。");
        SHARE: Percent("share", "Market share", "市场份额").standard().range(0.0, 100.0).checks(&[Check::AboveZero, Check::SumAtMost100]);
        TREND: Choice("trend", "Trend", "趋势", &[opt("up", "Up", "上升"), opt("flat", "Flat", "持平"), opt("down", "Down", "下降")]);
        IS_ACCOUNT: YesNo("is_account", "This row is our customer", "即本客户").standard().checks(&[Check::OneRow]).given(Given::Bool(false));
    } defaults [];

    /// Life-cycle indicators.
    cycle = Shape::Form, "w1.cycle" ("Life-cycle indicators", "生命周期指标") section "1.4" rows 0 safe true {
        GROWTH_RATE: Choice("growth_rate", "Growth vs GDP", "增速（相对GDP）", &[opt("introduction", "More than twice GDP and rising", "高于GDP两倍且加快"), opt("growth", "Faster than GDP", "快于GDP"), opt("maturity", "About as fast as GDP", "与GDP相当"), opt("decline", "Shrinking", "负增长")]).standard();
        ENTRANTS: Choice("entrants", "Entrants/exits", "进入退出", &[opt("introduction", "Many small firms enter", "许多小企业涌入"), opt("growth", "Many firms enter", "进入者多"), opt("maturity", "Firms consolidate", "并购整合"), opt("decline", "Firms leave", "陆续退出")]).standard();
        PRODUCT: Choice("product", "Product standardisation", "产品标准化", &[opt("introduction", "Experimental", "仍在试验"), opt("growth", "Several designs compete", "多种设计并存"), opt("maturity", "Standardised", "已标准化"), opt("decline", "A commodity", "完全同质")]).standard();
        PROFIT: Choice("profit", "Profitability", "盈利水平", &[opt("introduction", "Losses", "普遍亏损"), opt("growth", "Rising", "上升"), opt("maturity", "Stable but squeezed", "稳定但受挤压"), opt("decline", "Falling", "下降")]).standard();
        CUSTOMERS: Choice("customers", "Buyers' knowledge", "购买者成熟度", &[opt("introduction", "Innovators buy", "尝鲜者购买"), opt("growth", "The early majority buys", "早期大众购买"), opt("maturity", "Repeat buyers", "以重复购买为主"), opt("decline", "Fewer buyers", "买家减少")]).standard();
        TECHNOLOGY: Choice("technology", "Technology pace", "技术变化", &[opt("introduction", "Radical", "突破性"), opt("growth", "Fast", "快速"), opt("maturity", "In small steps", "渐进"), opt("decline", "Stagnant", "停滞")]).standard();
        STAGE_OVERRIDE: Choice("stage_override", "Stage decided by the team", "团队判定阶段", &[opt("introduction", "Introduction", "导入期"), opt("growth", "Growth", "成长期"), opt("maturity", "Maturity", "成熟期"), opt("decline", "Decline", "衰退期")]).ask("Only if you disagree with what the six indicators say.", "不认同六项指标的结果时再填。");
        OVERRIDE_REASON: Text("override_reason", "Reason for the team's stage", "判定理由");
    } defaults [];

    /// Forces from outside.
    pestel = Shape::List, "w1.pestel" ("Forces from outside", "宏观环境因素") section "1.5" rows 3 safe true {
        DIMENSION: Choice("dimension", "Dimension", "维度", &[opt("political", "Political", "政治"), opt("economic", "Economic", "经济"), opt("social", "Social", "社会"), opt("technological", "Technological", "技术"), opt("environmental", "Environmental", "环境"), opt("legal", "Legal", "法律")]).core().ask("Which corner does it come from?", "它来自哪个方面？");
        FACT: Text("fact", "Fact or trend", "事实/趋势").core().ask("What is changing around the customer? A fact, not an opinion.", "客户周围正在变什么？写事实，不写观点。");
        DIRECTION: Choice("direction", "Direction for the customer", "对客户的方向", &[opt("opportunity", "Opportunity", "机会"), opt("threat", "Threat", "威胁"), opt("neutral", "Neutral", "中性")]).quick().ask("Good or bad for the customer, not for us.", "对客户是好是坏，先不管我们。");
        IMPACT: Rating("impact", "Impact", "影响程度", &scales::IMPACT).quick();
        PROB: Rating("prob", "Probability", "可能性", &scales::PROBABILITY).quick();
        HORIZON: Choice("horizon", "Time horizon", "时间", &[opt("near", "Within 1 year", "近期（1年内）"), opt("mid", "1 to 3 years", "中期（1–3年）"), opt("far", "Beyond 3 years", "远期（3年以上）")]).standard();
        SO_WHAT: LongText("so_what", "What the customer will have to do; what that means for us", "启示").core().class(Class::Competition).ask("Finish the sentence: the customer must …, and will therefore buy …", "补完这句：客户必须……，所以会买……。").attribute(0);
        EFE_WEIGHT: Number("efe_weight", "Weight (EFE)", "权重（EFE）").at_least(0.0).ask("How much does this factor decide success in the industry?", "它对行业成败有多重？");
        EFE_RATING: Rating("efe_rating", "How well the customer responds (EFE)", "客户应对水平（EFE）", &scales::EFE).class(Class::Competition);
    } defaults [];

    /// Five forces.
    forces = Shape::List, "w1.forces" ("Five forces", "五力") section "1.6" rows 0 safe true {
        FORCE: Choice("force", "Force", "力量", &[opt("rivalry", "Rivalry", "同业竞争强度"), opt("entrants", "Threat of new entrants", "新进入者威胁"), opt("substitutes", "Threat of substitutes", "替代品威胁"), opt("suppliers", "Supplier power", "供应商议价能力"), opt("buyers", "Buyer power", "购买者议价能力")]).standard();
        FACTOR: Text("factor", "Factor", "因素").standard();
        RATING: Rating("rating", "Strength today", "当前强度", &scales::FORCE_STRENGTH).standard().ask("5 means the force is strong, and bad for profits in the industry.", "5分表示这股力很强，行业利润受压。");
        FUTURE: Rating("future", "Strength in three years", "三年后强度", &scales::FORCE_STRENGTH);
        WEIGHT: Number("weight", "Weight", "权重").at_least(0.0).given(Given::Number(1.0));
        NOTE: Text("note", "Note", "说明");
    } defaults [
        prefilled("rivalry_rivals", bi("Number and equality of rivals", "对手多且实力相近"), &[("force", Given::Key("rivalry")), ("factor", Given::Words(bi("Number and equality of rivals", "对手多且实力相近"))), ("weight", Given::Number(1.0))]),
        prefilled("rivalry_growth", bi("Slow growth", "增长放缓"), &[("force", Given::Key("rivalry")), ("factor", Given::Words(bi("Slow growth", "增长放缓"))), ("weight", Given::Number(1.0))]),
        prefilled("rivalry_capacity", bi("High fixed cost or overcapacity", "固定成本高或产能过剩"), &[("force", Given::Key("rivalry")), ("factor", Given::Words(bi("High fixed cost or overcapacity", "固定成本高或产能过剩"))), ("weight", Given::Number(1.0))]),
        prefilled("rivalry_sameness", bi("Low differentiation", "同质化"), &[("force", Given::Key("rivalry")), ("factor", Given::Words(bi("Low differentiation", "同质化"))), ("weight", Given::Number(1.0))]),
        prefilled("rivalry_exit", bi("High exit barriers", "退出壁垒高"), &[("force", Given::Key("rivalry")), ("factor", Given::Words(bi("High exit barriers", "退出壁垒高"))), ("weight", Given::Number(1.0))]),
        prefilled("entrants_scale", bi("Low scale economies", "规模壁垒低"), &[("force", Given::Key("entrants")), ("factor", Given::Words(bi("Low scale economies", "规模壁垒低"))), ("weight", Given::Number(1.0))]),
        prefilled("entrants_capital", bi("Little capital needed", "资金壁垒低"), &[("force", Given::Key("entrants")), ("factor", Given::Words(bi("Little capital needed", "资金壁垒低"))), ("weight", Given::Number(1.0))]),
        prefilled("entrants_brand", bi("Weak brand loyalty", "品牌忠诚低"), &[("force", Given::Key("entrants")), ("factor", Given::Words(bi("Weak brand loyalty", "品牌忠诚低"))), ("weight", Given::Number(1.0))]),
        prefilled("entrants_channel", bi("Easy access to channels", "渠道易得"), &[("force", Given::Key("entrants")), ("factor", Given::Words(bi("Easy access to channels", "渠道易得"))), ("weight", Given::Number(1.0))]),
        prefilled("entrants_licence", bi("Weak licences and regulation", "牌照壁垒低"), &[("force", Given::Key("entrants")), ("factor", Given::Words(bi("Weak licences and regulation", "牌照壁垒低"))), ("weight", Given::Number(1.0))]),
        prefilled("entrants_technology", bi("Technology easy to get", "技术易得"), &[("force", Given::Key("entrants")), ("factor", Given::Words(bi("Technology easy to get", "技术易得"))), ("weight", Given::Number(1.0))]),
        prefilled("substitutes_value", bi("Performance and price of substitutes", "替代品性价比高"), &[("force", Given::Key("substitutes")), ("factor", Given::Words(bi("Performance and price of substitutes", "替代品性价比高"))), ("weight", Given::Number(1.0))]),
        prefilled("substitutes_switching", bi("Low switching cost", "转换成本低"), &[("force", Given::Key("substitutes")), ("factor", Given::Words(bi("Low switching cost", "转换成本低"))), ("weight", Given::Number(1.0))]),
        prefilled("substitutes_inclination", bi("Buyers inclined to substitute", "客户愿意替代"), &[("force", Given::Key("substitutes")), ("factor", Given::Words(bi("Buyers inclined to substitute", "客户愿意替代"))), ("weight", Given::Number(1.0))]),
        prefilled("suppliers_concentration", bi("Concentrated suppliers", "供方集中"), &[("force", Given::Key("suppliers")), ("factor", Given::Words(bi("Concentrated suppliers", "供方集中"))), ("weight", Given::Number(1.0))]),
        prefilled("suppliers_alternatives", bi("Few alternatives", "替代来源少"), &[("force", Given::Key("suppliers")), ("factor", Given::Words(bi("Few alternatives", "替代来源少"))), ("weight", Given::Number(1.0))]),
        prefilled("suppliers_switching", bi("High cost of changing supplier", "更换供方成本高"), &[("force", Given::Key("suppliers")), ("factor", Given::Words(bi("High cost of changing supplier", "更换供方成本高"))), ("weight", Given::Number(1.0))]),
        prefilled("suppliers_forward", bi("Forward integration", "前向一体化"), &[("force", Given::Key("suppliers")), ("factor", Given::Words(bi("Forward integration", "前向一体化"))), ("weight", Given::Number(1.0))]),
        prefilled("buyers_concentration", bi("Concentrated buyers", "买方集中"), &[("force", Given::Key("buyers")), ("factor", Given::Words(bi("Concentrated buyers", "买方集中"))), ("weight", Given::Number(1.0))]),
        prefilled("buyers_volume", bi("Large share of purchases", "采购占比大"), &[("force", Given::Key("buyers")), ("factor", Given::Words(bi("Large share of purchases", "采购占比大"))), ("weight", Given::Number(1.0))]),
        prefilled("buyers_standard", bi("Standard products", "产品标准化"), &[("force", Given::Key("buyers")), ("factor", Given::Words(bi("Standard products", "产品标准化"))), ("weight", Given::Number(1.0))]),
        prefilled("buyers_switching", bi("Buyers can switch at low cost", "买方转换成本低"), &[("force", Given::Key("buyers")), ("factor", Given::Words(bi("Buyers can switch at low cost", "买方转换成本低"))), ("weight", Given::Number(1.0))]),
        prefilled("buyers_backward", bi("Backward integration", "后向一体化"), &[("force", Given::Key("buyers")), ("factor", Given::Words(bi("Backward integration", "后向一体化"))), ("weight", Given::Number(1.0))]),
        prefilled("buyers_price", bi("Price sensitivity", "价格敏感"), &[("force", Given::Key("buyers")), ("factor", Given::Words(bi("Price sensitivity", "价格敏感"))), ("weight", Given::Number(1.0))]),
    ];

    /// Value chain and profit pool.
    chain = Shape::List, "w1.chain" ("Value chain and profit pool", "产业链与利润池") section "1.7" rows 0 safe true {
        STEP: Text("step", "Value-chain step", "产业链环节").ask("From raw material to the end user, one row per step.", "从原料到最终用户，一环一行。");
        REVENUE_SHARE: Percent("revenue_share", "Revenue share of the step", "环节收入占比").range(0.0, 100.0).checks(&[Check::SumAtMost100]);
        MARGIN: Percent("margin", "Margin of the step", "环节利润率").ask("Where in the chain is the money made?", "钱是在哪一环挣到的？");
        ACCOUNT_PRESENT: YesNo("account_present", "Customer active here", "客户参与").given(Given::Bool(false));
        WE_PRESENT: YesNo("we_present", "We are active here", "我方参与").given(Given::Bool(false));
        BOTTLENECK: Text("bottleneck", "Bottleneck", "瓶颈");
    } defaults [];

    /// Key success factors.
    ksf = Shape::List, "w1.ksf" ("Key success factors", "关键成功因素") section "1.8" rows 3 safe true {
        FACTOR: Text("factor", "Key success factor", "关键成功因素").core().ask("What must a company be good at to win in this industry?", "在这一行，做好哪几件事才能赢？");
        WEIGHT: Number("weight", "Weight", "权重").core().at_least(0.0).ask("Any numbers; only their proportion counts.", "数字随意，只看比例。");
        WHY: Text("why", "Reason", "理由").standard();
        ACCOUNT_SCORE: Rating("account_score", "Customer's performance", "客户表现", &scales::PERFORMANCE).standard().class(Class::Competition).ask("How good is our customer at it, compared with its rivals?", "和同行比，客户这方面做得怎样？");
    } defaults [];

    /// Industry summary.
    summary = Shape::Form, "w1.summary" ("Industry summary", "行业小结") section "1.9" rows 0 safe true {
        HEADLINE_1: Text("headline_1", "Key message 1", "结论要点一").core().ask("What should the room remember tomorrow?", "明天大家还应记住的第一句话。");
        HEADLINE_2: Text("headline_2", "Key message 2", "结论要点二").core().ask("The second message, one sentence.", "第二句，一句就好。");
        HEADLINE_3: Text("headline_3", "Key message 3", "结论要点三").core().ask("The third message, one sentence.", "第三句，一句就好。");
        EFFECT_ON_BUDGET: Choice("effect_on_budget", "Effect on the customer's budget", "对客户预算的影响", &[opt("up", "Up", "增加"), opt("flat", "Flat", "不变"), opt("down", "Down", "减少")]).standard().class(Class::Competition).ask("Will all this make the customer spend more or less?", "这些变化会让客户多花钱还是少花钱？");
        EFFECT_NOTE: LongText("effect_note", "Which budget, and why", "影响哪笔预算、为什么").standard().class(Class::Competition).ask("If growth halves, which budget goes first?", "如果增速减半，先砍哪笔预算？");
        TOP_OPPORTUNITY: Ref("top_opportunity", "Main opportunity", "首要机会", "w1.pestel").standard();
        TOP_THREAT: Ref("top_threat", "Main threat", "首要威胁", "w1.pestel").standard();
    } defaults [];
}
