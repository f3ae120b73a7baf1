-- Saved views (保存的视图): an address under a name, which one person keeps for themselves.
create table views (
    id      uuid primary key,
    subject uuid not null,
    page    text not null check (page ~ '^/[a-z-]{1,40}$'),
    name    text not null check (char_length(name) between 1 and 20),
    query   text not null check (char_length(query) <= 500),
    unique (subject, page, name)
);
