-- The questions people have, and how each is asked of this file: to copy from, and to see which tables belong together.
-- The texts are those of sql/80_question. A question without a query cannot be answered by the figures: mind says why.
-- Grain: one row per question.
create or replace view bi.example_query as
select
    question_no,
    asked_by,
    question,
    nullif(query, '') as query,
    mind
from meta.example_query;

comment on view bi.example_query is 'Vanliga frågor och hur man ställer dem till den här filen';
comment on column bi.example_query.question_no is 'Frågans nummer';
comment on column bi.example_query.asked_by is 'Vem som brukar fråga';
comment on column bi.example_query.question is 'Frågan';
comment on column bi.example_query.query is 'Frågan i SQL; tom om siffrorna inte kan besvara den';
comment on column bi.example_query.mind is 'Vad man bör tänka på, eller varför siffrorna inte kan besvara frågan';
