-- What the words in the columns status and peer_status mean, and the sign that stands for the number in a printed table.
-- The signs are those of official statistics: - nothing delivered, . nothing to calculate, .. not shown.
-- Grain: one row per status.
create or replace view bi.status as
select
    status,
    status_label,
    sign,
    sort_order
from (
    values
    ('ok', 'Värdet finns', '', 1),
    ('not_delivered', 'Uppgifterna har inte levererats för perioden', '-', 2),
    ('incomplete', 'Uppgifterna täcker bara en del av perioden', '-', 3),
    ('no_population', 'Det finns inget att räkna på, till exempel inga anställda i yrkesgruppen', '.', 4),
    ('suppressed', 'Visas inte: så få personer eller ärenden att värdet kunde peka ut någon, eller låta någon annans värde räknas fram', '..', 5),
    ('stale', 'Uppgifterna fick stå kvar sedan en rättelse underkänts, men för länge: ingen ny har godkänts', '-', 6),
    ('not_estimable', 'Går inte att ange, till exempel en median medan mer än hälften väntar, eller en jämförelse med för få kommuner', '.', 7),
    ('few_peers', 'För få kommuner i gruppen har ett värde för att median och kvartiler ska säga något', '.', 8)
) as listed (status, status_label, sign, sort_order);

comment on view bi.status is 'Vad status betyder';
comment on column bi.status.status is 'Status';
comment on column bi.status.status_label is 'Vad den betyder';
comment on column bi.status.sign is 'Tecknet som står i stället för talet i en tryckt tabell: - inte levererat, . inget att räkna på, .. visas inte';
comment on column bi.status.sort_order is 'Plats i listor';
