"""An independent recalculation of every result of a KAMSheet workbook.

The formulas are written from the two tables in tests/spec and from nothing else: one module per sheet holds its own, `declarations` reads the tables, `workbook` reads a file the way the tables say it must be read.

Where the tables leave room, this is what is done here:

Reading the file
 1. A key that is absent or null is empty, and an empty field counts as its default. The values of a default row
    are those of a row that the file lacks; in a row that the file has they are written out or emptied.
 2. A value of the wrong kind or outside its `range:` counts as missing, also for content and completeness;
    in settings it falls back to the default. Rules between fields ("at most total_spend") are not checked.
 3. A list that is in the file is complete: a prefilled row that it does not name was deleted, like a row with
    `"deleted": true`. A list that is not in the file has its prefilled rows. Fixed rows are always there.
 4. References to rows that do not exist count as empty; cells of such rows or columns do not exist.
 5. "Filled by a person" = the key is in the file with a valid value that is not its default, in neither language,
    be it the default of the field or of a prefilled row. So an untouched row is no content and no filled unit
    (currency and unit excepted). Who inserted a template accepted its values: they count. `auto` fields never do.
 6. Row attributes that a table lists as its own (so_what, confidence, origin) are no content, but can be core.
Names
 7. `<table path>.<id>.stale` for the rows of every list, settings.rules and the portfolio lists included.
 8. Results per row of w2.comp exist for `us` too, also threat, win_rate and lost_to.
 9. w6.weighted_pipeline.<quarter> exists for the quarters that have a value, and for no other.
10. w4.benefit/cost/flow.<year> exist up to w4.case.years; without it there are none.
Formulas
11. Weight rule: "no row has one" looks at the rows that enter the sum (the rated ones), not at the whole list.
12. w2.factors.<id>.weighted_gap divides by the weights of all rows of w2.factors; a factor without a weight,
    beside others that have one, has none.
13. "No deal / person / action / issue in the list" = no row with content.
14. w2.comp.<id>.share_of_wallet: "no cell filled" looks at the categories that have a total spend.
15. w2.fair_share: a named in-house or do-nothing row names a competitor but is no firm (alone: 100).
16. Ranks, bands, classes, lights, payback and every comparison of a computed value: after rounding to 9 decimals.
17. w3.needs.<id>.kano: votes that are all 0 give no class.
18. w4.irr: no value when the only root lies outside (-0.99, 10).
19. w4.modules.<id>.price_share: a yearly price without w4.case.years counts as no price.
20. w4.tco_*: a row without kind is left out.
21. "Revenue of the latest year" is everywhere that of the latest year that has one; rows without year do not count.
22. w6.target: of several rows "whole year" the first with the value counts.
23. w6.whitespace: a cell with status current, a potential and no current figure is left out.
24. A row of w6.opp without a stage is open; without a typed probability it has none.
25. w1.attractiveness_future: "no future rating" = no force has a future value.
"""
