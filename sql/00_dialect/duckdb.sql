-- The few functions that engines spell differently, for DuckDB. spark.sql has the same ones for Spark.
-- A new one needs both files. Everything from 20_core to 60_bi is written with these and otherwise runs on either engine.

create or replace macro main.days_between(from_on, to_on) as cast(date_diff('day', from_on, to_on) as integer);

create or replace macro main.plus_months(day, months) as cast(day + to_months(months) as date);

create or replace macro main.month_of(day) as cast(date_trunc('month', day) as date);

create or replace macro main.ratio(numerator, denominator) as
    cast(numerator as double) / nullif(cast(denominator as double), 0);

-- Through text: a plain cast rounds exact ties differently in the two engines.
create or replace macro main.dec6(number) as cast(cast(number as varchar) as decimal(18, 6));

-- To sum by: the sum of doubles depends on the order of the rows, which engines choose.
create or replace macro main.dec12(number) as cast(cast(number as varchar) as decimal(28, 12));
