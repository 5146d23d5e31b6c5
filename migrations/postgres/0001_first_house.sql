-- Times are seconds since 1970 (UTC). Ids are sixteen random bytes made by the program. What a sender wrote, and
-- everything that says something about it, is in sealed columns (docs/SEALING.md).

-- Drafts of people who are still writing, sealed under a token that only their page knows.
CREATE TABLE draft (
    id BYTEA PRIMARY KEY,
    sealed BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX draft_expiry ON draft (expires_at);

-- Pages that are shown once after a redirect, then gone.
CREATE TABLE showing (
    id BYTEA PRIMARY KEY,
    sealed BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    -- Somebody has seen it: only a reload shows it again.
    shown BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX showing_expiry ON showing (expires_at);

CREATE TABLE staff (
    id BYTEA PRIMARY KEY,
    name TEXT NOT NULL,
    -- Empty before the first person has said it, and after somebody has left.
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    public_key BYTEA,
    locked_key BYTEA,
    sealed_totp BYTEA,
    totp_last_step BIGINT
);
CREATE UNIQUE INDEX staff_email ON staff (email) WHERE email <> '';

CREATE TABLE invitation (
    token BYTEA PRIMARY KEY,
    staff_id BYTEA NOT NULL REFERENCES staff (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    -- The second factor, sealed under the token so that a reload shows the same one. Emptied on use: whoever finds
    -- a used link has nothing.
    sealed_totp BYTEA,
    -- The team's keys, sealed under the token; emptied on use.
    grants BYTEA,
    -- The recovery codes, sealed under the token, until they have been shown.
    codes BYTEA
);
CREATE INDEX invitation_staff ON invitation (staff_id);

CREATE TABLE recovery_code (
    staff_id BYTEA NOT NULL REFERENCES staff (id),
    hashed BYTEA NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (staff_id, hashed)
);

CREATE TABLE session (
    token BYTEA PRIMARY KEY,
    id BYTEA NOT NULL UNIQUE,
    staff_id BYTEA NOT NULL REFERENCES staff (id),
    second_factor BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- The person's keys, under a key that only the cookie makes.
    sealed BYTEA NOT NULL,
    -- Something that the next page shows once, sealed the same way.
    to_show BYTEA
);
CREATE INDEX session_staff ON session (staff_id, created_at);

-- The team's key pairs, one an epoch. Private halves exist only sealed to a member of staff.
CREATE TABLE team_epoch (
    epoch BIGINT PRIMARY KEY,
    public_key BYTEA NOT NULL,
    started_at BIGINT NOT NULL,
    -- The private half, only until the first lead has signed in; then a new epoch starts and this is emptied.
    setup_key BYTEA
);

CREATE TABLE team_grant (
    epoch BIGINT NOT NULL REFERENCES team_epoch (epoch),
    staff_id BYTEA NOT NULL REFERENCES staff (id),
    sealed BYTEA NOT NULL,
    PRIMARY KEY (epoch, staff_id)
);

-- The way back when everybody has forgotten: its private half is on paper, in a safe.
CREATE TABLE recovery_kit (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    public_key BYTEA NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE TABLE recovery_grant (
    epoch BIGINT PRIMARY KEY REFERENCES team_epoch (epoch),
    sealed BYTEA NOT NULL
);

CREATE TABLE report (
    id BYTEA PRIMARY KEY,
    -- What colleagues call it; says nothing.
    reference TEXT NOT NULL UNIQUE,
    received_at BIGINT NOT NULL,
    -- 1 is the most urgent.
    priority BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    claimed_by BYTEA REFERENCES staff (id),
    claimed_at BIGINT,
    -- When its owner read it; empty again when the sender writes or the owner changes. Nothing is closed unread.
    opened_at BIGINT,
    -- The sender wrote after the team last answered.
    sender_waits BIGINT NOT NULL,
    outcome TEXT,
    closed_at BIGINT,
    -- The content key, sealed to the team's key of this epoch and to the key that the sender's code derives.
    epoch BIGINT NOT NULL REFERENCES team_epoch (epoch),
    team_key BYTEA NOT NULL,
    sender_key BYTEA NOT NULL,
    lookup BYTEA NOT NULL UNIQUE,
    -- Under the content key: what the queue shows, and all that was said.
    head BYTEA NOT NULL,
    body BYTEA NOT NULL
);
CREATE INDEX report_queue ON report (priority, due_at, id) WHERE state <> 'closed' AND sender_waits = 1;
CREATE INDEX report_answered ON report (priority, due_at, id) WHERE state <> 'closed' AND sender_waits = 0;
CREATE INDEX report_closed ON report (priority, due_at, id) WHERE state = 'closed';
CREATE INDEX report_claimed ON report (claimed_by, priority, due_at, id) WHERE state = 'claimed';

CREATE TABLE message (
    id BYTEA PRIMARY KEY,
    report_id BYTEA NOT NULL REFERENCES report (id),
    author TEXT NOT NULL,
    staff_id BYTEA REFERENCES staff (id),
    sent_at BIGINT NOT NULL,
    sealed BYTEA NOT NULL
);
CREATE INDEX message_report ON message (report_id, sent_at, id);

CREATE TABLE note (
    id BYTEA PRIMARY KEY,
    report_id BYTEA NOT NULL REFERENCES report (id),
    staff_id BYTEA NOT NULL REFERENCES staff (id),
    written_at BIGINT NOT NULL,
    epoch BIGINT NOT NULL REFERENCES team_epoch (epoch),
    sealed BYTEA NOT NULL
);
CREATE INDEX note_report ON note (report_id, written_at, id);

-- Notices owed to the team: one for each thing that happened, then one delivery for each person.
CREATE TABLE outbox (
    id BYTEA PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expanded_at BIGINT,
    UNIQUE (kind, subject)
);
CREATE INDEX outbox_new ON outbox (created_at, id) WHERE expanded_at IS NULL;

CREATE TABLE delivery (
    notice_id BYTEA NOT NULL REFERENCES outbox (id),
    staff_id BYTEA NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    PRIMARY KEY (notice_id, staff_id)
);
CREATE INDEX delivery_owed ON delivery (next_at, notice_id, staff_id) WHERE state = 'owed';
CREATE INDEX delivery_dead ON delivery (staff_id, notice_id) WHERE state = 'dead';

-- Who did what. Each entry holds the hash of the one before; none can be changed or removed.
CREATE TABLE audit (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    staff_id BYTEA,
    action TEXT NOT NULL,
    report_id BYTEA,
    detail TEXT NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE INDEX audit_report ON audit (report_id, seq);
CREATE INDEX audit_staff ON audit (staff_id, seq);
CREATE TABLE audit_head (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL
);
INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, '');
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit is append-only';
END
$$;
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
