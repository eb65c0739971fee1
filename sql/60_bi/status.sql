-- What the words in the columns status and peer_status mean.
-- Grain: one row per status.
create or replace view bi.status as
select
    status,
    status_label,
    sort_order
from (
    values
    ('ok', 'Värdet finns', 1),
    ('not_delivered', 'Uppgifterna har inte levererats för perioden', 2),
    ('incomplete', 'Uppgifterna täcker bara en del av perioden', 3),
    ('no_population', 'Det finns inget att räkna på, till exempel inga anställda i yrkesgruppen', 4),
    ('suppressed', 'Visas inte: så få personer att värdet kunde peka ut någon, eller låta någon annans värde räknas fram', 5),
    ('stale', 'Uppgifterna fick stå kvar sedan en rättelse underkänts, men för länge: ingen ny har godkänts', 6),
    ('not_estimable', 'Går inte att ange än, till exempel en median medan mer än hälften väntar', 7),
    ('few_peers', 'För få kommuner i gruppen har ett värde för att median och kvartiler ska säga något', 8)
) as listed (status, status_label, sort_order);

comment on view bi.status is 'Vad status betyder';
comment on column bi.status.status is 'Status';
comment on column bi.status.status_label is 'Vad den betyder';
comment on column bi.status.sort_order is 'Plats i listor';
