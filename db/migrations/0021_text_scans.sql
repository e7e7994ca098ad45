-- What a round reads in a public edition beside personal data: hints by kind, and the documents its links lead to. Editions
-- looked through before are looked through once more.
alter table leak_scan rename to edition_scan;
alter table edition_scan add column hints jsonb;
alter table edition_scan add column links jsonb;
