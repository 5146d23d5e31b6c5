-- Times are seconds since 1970 (UTC). Ids are sixteen random bytes made by the program. What a sender wrote, and
-- everything that says something about it, is in sealed columns (docs/SEALING.md).

-- Drafts of people who are still writing, sealed under a token that only their page knows.
CREATE TABLE draft (
    id BLOB PRIMARY KEY,
    sealed BLOB NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX draft_expiry ON draft (expires_at);

-- Pages that are shown once after a redirect, then gone.
CREATE TABLE showing (
    id BLOB PRIMARY KEY,
    sealed BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    -- Somebody has seen it: only a reload shows it again.
    shown INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX showing_expiry ON showing (expires_at);

CREATE TABLE staff (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    -- Empty before the first person has said it, and after somebody has left.
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    public_key BLOB,
    locked_key BLOB,
    sealed_totp BLOB,
    totp_last_step INTEGER
);
CREATE UNIQUE INDEX staff_email ON staff (email) WHERE email <> '';

CREATE TABLE invitation (
    token BLOB PRIMARY KEY,
    staff_id BLOB NOT NULL REFERENCES staff (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    -- The second factor, sealed under the token so that a reload shows the same one. Emptied on use: whoever finds
    -- a used link has nothing.
    sealed_totp BLOB,
    -- The team's keys, sealed under the token; emptied on use.
    grants BLOB,
    -- The recovery codes, sealed under the token, until they have been shown.
    codes BLOB
);
CREATE INDEX invitation_staff ON invitation (staff_id);

CREATE TABLE recovery_code (
    staff_id BLOB NOT NULL REFERENCES staff (id),
    hashed BLOB NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (staff_id, hashed)
);

CREATE TABLE session (
    token BLOB PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    staff_id BLOB NOT NULL REFERENCES staff (id),
    second_factor INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- The person's keys, under a key that only the cookie makes.
    sealed BLOB NOT NULL,
    -- Something that the next page shows once, sealed the same way.
    to_show BLOB
);
CREATE INDEX session_staff ON session (staff_id, created_at);

-- The team's key pairs, one an epoch. Private halves exist only sealed to a member of staff.
CREATE TABLE team_epoch (
    epoch INTEGER PRIMARY KEY,
    public_key BLOB NOT NULL,
    started_at INTEGER NOT NULL,
    -- The private half, only until the first lead has signed in; then a new epoch starts and this is emptied.
    setup_key BLOB
);

CREATE TABLE team_grant (
    epoch INTEGER NOT NULL REFERENCES team_epoch (epoch),
    staff_id BLOB NOT NULL REFERENCES staff (id),
    sealed BLOB NOT NULL,
    PRIMARY KEY (epoch, staff_id)
);

-- The way back when everybody has forgotten: its private half is on paper, in a safe.
CREATE TABLE recovery_kit (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    public_key BLOB NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE TABLE recovery_grant (
    epoch INTEGER PRIMARY KEY REFERENCES team_epoch (epoch),
    sealed BLOB NOT NULL
);

CREATE TABLE report (
    id BLOB PRIMARY KEY,
    -- What colleagues call it; says nothing.
    reference TEXT NOT NULL UNIQUE,
    received_at INTEGER NOT NULL,
    -- 1 is the most urgent.
    priority INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    claimed_by BLOB REFERENCES staff (id),
    claimed_at INTEGER,
    -- When its owner read it; empty again when the sender writes or the owner changes. Nothing is closed unread.
    opened_at INTEGER,
    -- The sender wrote after the team last answered.
    sender_waits INTEGER NOT NULL,
    outcome TEXT,
    closed_at INTEGER,
    -- The content key, sealed to the team's key of this epoch and to the key that the sender's code derives.
    epoch INTEGER NOT NULL REFERENCES team_epoch (epoch),
    team_key BLOB NOT NULL,
    sender_key BLOB NOT NULL,
    lookup BLOB NOT NULL UNIQUE,
    -- Under the content key: what the queue shows, and all that was said.
    head BLOB NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX report_queue ON report (priority, due_at, id) WHERE state <> 'closed' AND sender_waits = 1;
CREATE INDEX report_answered ON report (priority, due_at, id) WHERE state <> 'closed' AND sender_waits = 0;
CREATE INDEX report_closed ON report (priority, due_at, id) WHERE state = 'closed';
CREATE INDEX report_claimed ON report (claimed_by, priority, due_at, id) WHERE state = 'claimed';

CREATE TABLE message (
    id BLOB PRIMARY KEY,
    report_id BLOB NOT NULL REFERENCES report (id),
    author TEXT NOT NULL,
    staff_id BLOB REFERENCES staff (id),
    sent_at INTEGER NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX message_report ON message (report_id, sent_at, id);

CREATE TABLE note (
    id BLOB PRIMARY KEY,
    report_id BLOB NOT NULL REFERENCES report (id),
    staff_id BLOB NOT NULL REFERENCES staff (id),
    written_at INTEGER NOT NULL,
    epoch INTEGER NOT NULL REFERENCES team_epoch (epoch),
    sealed BLOB NOT NULL
);
CREATE INDEX note_report ON note (report_id, written_at, id);

-- Notices owed to the team: one for each thing that happened, then one delivery for each person.
CREATE TABLE outbox (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expanded_at INTEGER,
    UNIQUE (kind, subject)
);
CREATE INDEX outbox_new ON outbox (created_at, id) WHERE expanded_at IS NULL;

CREATE TABLE delivery (
    notice_id BLOB NOT NULL REFERENCES outbox (id),
    staff_id BLOB NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    PRIMARY KEY (notice_id, staff_id)
);
CREATE INDEX delivery_owed ON delivery (next_at, notice_id, staff_id) WHERE state = 'owed';
CREATE INDEX delivery_dead ON delivery (staff_id, notice_id) WHERE state = 'dead';

-- Who did what. Each entry holds the hash of the one before; none can be changed or removed.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    staff_id BLOB,
    action TEXT NOT NULL,
    report_id BLOB,
    detail TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE INDEX audit_report ON audit (report_id, seq);
CREATE INDEX audit_staff ON audit (staff_id, seq);
CREATE TABLE audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
);
INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, x'');
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
