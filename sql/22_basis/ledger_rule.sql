-- How a line of the supplier ledger is classed: the rules, in the order they are tried. The first that fits decides.
-- What looks like hired staff but is care comes first: "konsulentstött familjehem" is a placement, not a consultant.
-- Patterns are for "like", in lower case, held against account_text, supplier_name, or both ('text'). Accounts that are known
-- by number only stand in the parameters ledger_… (config/parameters.yaml). Suppliers of which it is known what they sell
-- (config/suppliers.yaml) need no rule.
-- A rule with a department pattern fits only lines of such a department, or of none: hired nurses are not hired
-- social workers.
-- Grain: one row per rule.
create or replace view basis.ledger_rule as
select
    rule_id,
    try_order,
    class_code,
    matched_on,
    pattern,
    department_pattern
from (
    values
        -- What is care, whatever else it says.
        ('konsulentstod', 100, 'placering_familjehem', 'text', '%konsulentst%', '%'),
        ('familjehem', 110, 'placering_familjehem', 'text', '%familjehem%', '%'),
        ('jourhem', 120, 'placering_familjehem', 'text', '%jourhem%', '%'),
        ('natverkshem', 130, 'placering_familjehem', 'text', '%nätverkshem%', '%'),
        ('hvb', 140, 'placering_hvb', 'text', '%hvb%', '%'),
        ('hem_for_vard', 150, 'placering_hvb', 'text', '%hem för vård%', '%'),
        ('behandlingshem', 160, 'placering_hvb', 'text', '%behandlingshem%', '%'),
        ('stodboende', 170, 'placering_hvb', 'text', '%stödboende%', '%'),
        ('sis', 180, 'placering_hvb', 'text', '%statens institutionsstyrelse%', '%'),
        ('placering', 190, 'placering_hvb', 'account_text', '%placering%', '%'),
        -- What helps the staff but does not do their work.
        ('handledning', 200, 'handledning', 'text', '%handledning%', '%'),
        ('tolk', 210, 'annat', 'text', '%tolk%', '%'),
        ('oversattning', 215, 'annat', 'text', '%översättning%', '%'),
        ('it', 220, 'annat', 'account_text', 'it-%', '%'),
        ('it_konsult', 221, 'annat', 'account_text', '%it-konsult%', '%'),
        ('it_tjanst', 222, 'annat', 'account_text', '%it-tjänst%', '%'),
        ('data', 225, 'annat', 'account_text', '%data%', '%'),
        ('system', 226, 'annat', 'account_text', '%system%', '%'),
        ('licens', 227, 'annat', 'account_text', '%licens%', '%'),
        ('utbildning', 230, 'annat', 'account_text', '%utbildning%', '%'),
        ('rekrytering', 235, 'annat', 'account_text', '%rekrytering%', '%'),
        -- Hired staff of the social services.
        ('socionom', 400, 'inhyrd_socionom', 'text', '%socionom%', '%'),
        ('socialsekreterare', 410, 'inhyrd_socionom', 'text', '%socialsekreterare%', '%'),
        ('inhyrd_social', 420, 'inhyrd_socionom', 'account_text', '%inhyrd%', '%social%'),
        ('inhyrd_ifo', 421, 'inhyrd_socionom', 'account_text', '%inhyrd%', '%individ%'),
        ('hyrpersonal_social', 430, 'inhyrd_socionom', 'account_text', '%hyrpersonal%', '%social%'),
        ('hyrpersonal_ifo', 431, 'inhyrd_socionom', 'account_text', '%hyrpersonal%', '%individ%'),
        ('bemanning_social', 440, 'inhyrd_socionom', 'account_text', '%bemanning%', '%social%'),
        ('bemanning_ifo', 441, 'inhyrd_socionom', 'account_text', '%bemanning%', '%individ%'),
        -- The same accounts in other departments are other people's staff.
        ('inhyrd_annan', 500, 'annat', 'account_text', '%inhyrd%', '%'),
        ('hyrpersonal_annan', 510, 'annat', 'account_text', '%hyrpersonal%', '%'),
        ('bemanning_annan', 520, 'annat', 'account_text', '%bemanning%', '%'),
        -- Everyday purchases.
        ('kontaktperson', 790, 'annat', 'account_text', '%kontaktperson%', '%'),
        ('kontor', 800, 'annat', 'account_text', '%kontor%', '%'),
        ('lokal', 805, 'annat', 'account_text', '%lokal%', '%'),
        ('hyra', 810, 'annat', 'account_text', '%hyra%', '%'),
        ('telefon', 815, 'annat', 'account_text', '%telef%', '%'),
        ('resor', 820, 'annat', 'account_text', '%resor%', '%'),
        ('bil', 825, 'annat', 'account_text', '%fordon%', '%'),
        ('livsmedel', 830, 'annat', 'account_text', '%livsmedel%', '%'),
        ('material', 835, 'annat', 'account_text', '%material%', '%')
) as rule (rule_id, try_order, class_code, matched_on, pattern, department_pattern)
union all
-- Accounts by number, tried where no text has spoken first.
select
    parameter_name as rule_id,
    case parameter_name
        when 'ledger_placement_accounts' then 600
        when 'ledger_supervision_accounts' then 610
        when 'ledger_hired_accounts' then 620
        when 'ledger_other_accounts' then 630
    end as try_order,
    case parameter_name
        when 'ledger_placement_accounts' then 'placering_hvb'
        when 'ledger_supervision_accounts' then 'handledning'
        when 'ledger_hired_accounts' then 'inhyrd_socionom'
        when 'ledger_other_accounts' then 'annat'
    end as class_code,
    'account_code' as matched_on,
    parameter_value as pattern,
    case parameter_name
        when 'ledger_hired_accounts' then '%social%'
        else '%'
    end as department_pattern
from meta.parameter
where parameter_name in (
        'ledger_placement_accounts',
        'ledger_supervision_accounts',
        'ledger_hired_accounts',
        'ledger_other_accounts'
    );

comment on view basis.ledger_rule is 'Reglerna som klassar leverantörsreskontrans rader, i den ordning de prövas';
comment on column basis.ledger_rule.class_code is 'inhyrd_socionom, placering_familjehem, placering_hvb, handledning eller annat';
