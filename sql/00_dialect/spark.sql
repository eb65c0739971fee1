-- The few functions that engines spell differently, for Spark. duckdb.sql has the same ones for DuckDB.
-- A new one needs both files.

create or replace function days_between(from_on date, to_on date) returns int
    return date_diff(to_on, from_on);

create or replace function plus_months(day date, months int) returns date
    return add_months(day, months);

create or replace function month_of(day date) returns date
    return trunc(day, 'MONTH');

create or replace function ratio(numerator double, denominator double) returns double
    return numerator / nullif(denominator, 0);

create or replace function dec6(number double) returns decimal(18, 6)
    return cast(number as decimal(18, 6));

create or replace function dec12(number double) returns decimal(28, 12)
    return cast(number as decimal(28, 12));
