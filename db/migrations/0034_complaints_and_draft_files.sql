-- What the rooms know, the county sees: a complaint found true is a finding of the moment it was checked, between two rounds;
-- and what is put to the public for comment is looked through before it is.

alter table monitor_finding alter column first_round drop not null;
alter table monitor_finding alter column last_round drop not null;

-- As the signer said: why personal data in the files is public all the same, and which files no program can read were read by hand.
alter table consultation add column personal_reason text not null default '';
alter table consultation add column checked_by_hand text not null default '';
