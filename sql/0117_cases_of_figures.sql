-- Rounds by their id alone: a snapshot, and so the list of the women behind a figure (server/quality/list-cases.ts), knows a round
-- but not its woman. Without it 300 rounds are found by reading every round there is.
create index episode_by_id on episode (episode_id);
