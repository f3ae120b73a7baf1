create table leaflets (id uuid primary key default gen_random_uuid(), printed_on date not null);
