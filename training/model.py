"""The reader model: one BERT-shaped encoder and the heads that share it.

Shapes are [batch, pieces, ...]. Parameter names of the encoder are those of
HuggingFace's BertModel, so that published weights load by name.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

HIDDEN, HEADS, FF, VOCAB, POSITIONS = 384, 12, 1536, 30522, 512
SHAPES = 24  # 8 word shapes x 3 gaps before the piece (none, space, newline)
ROLES = ("source", "cue", "content")
TAGS = ("O", "B", "I", "E", "S")
KINDS = ("person", "organization", "place", "group", "work", "other")
NAME_TAGS = ("O",) + tuple(f"{t}-{k}" for k in KINDS for t in "BI")
TIME_TAGS = ("O",) + tuple(f"{t}-{k}" for k in ("date", "time", "duration", "set") for t in "BI")
# PLOVER's types, in the order of the record's schema.
EVENTS = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
          "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
TRIGGER_TAGS = ("O",) + tuple(f"{t}-{k}" for k in EVENTS for t in "BI")
STATUS = ("occurred", "ongoing", "planned", "hypothetical", "negated")  # of an event, read at its trigger
# The heads that mark words, in the order of the outputs.
MARKS = {"names": NAME_TAGS, "inner": NAME_TAGS, "times": TIME_TAGS, "cites": ("O", "B-citation", "I-citation"),
         "cited": ("O", "B-source", "I-source"), "addressees": ("O", "B-addressee", "I-addressee"), "triggers": TRIGGER_TAGS,
         "participants": ("O", "B-participant", "I-participant")}
FIRST_TOP = ("names", "inner", "times")  # those that read the encoder's last layer; the others read its second top
# What kind of statement: each value has a score at every piece, one set for cues and one for contents.
STANCE = {"act": ("state", "assess", "forecast", "commit", "request", "ask"), "polarity": ("affirmed", "denied", "omitted", "declined"),
          "certainty": ("certain", "probable", "possible", "unknown")}
STANCES = sum(map(len, STANCE.values()))
LINKS = ("cue-source", "cue-content", "mention-antecedent", "trigger-actor", "trigger-recipient")
FIRST_LINKS = 2  # of them, those between vectors of the last layer; the others are between vectors of the second top
LINK_DIM = 64
BRANCH = 2  # layers of the second top
DISTANCES = (-96, -48, -24, -12, -6, -3, -1, 0, 1, 3, 6, 12, 24, 48, 96)

# ALLOWED[i][j]: tag j may follow tag i.
ALLOWED = torch.tensor([
    # O  B  I  E  S
    [1, 1, 0, 0, 1],
    [0, 0, 1, 1, 0],
    [0, 0, 1, 1, 0],
    [1, 1, 0, 0, 1],
    [1, 1, 0, 0, 1],
], dtype=torch.bool)
FIRST = torch.tensor([1, 1, 0, 0, 1], dtype=torch.bool)
LAST = torch.tensor([1, 0, 0, 1, 1], dtype=torch.bool)
NEVER = -1e4


class Dropout(nn.Module):
    """Dropout with masks cut from a pool: drawing them one by one costs a CPU as much as the layers do."""

    def __init__(self, rate, size=1 << 23):
        super().__init__()
        self.rate, self.size, self.pool = rate, size, None

    def forward(self, x):
        if not self.training or not self.rate:
            return x
        if self.pool is None:
            keep = torch.rand(self.size, generator=torch.Generator().manual_seed(0)) > self.rate
            self.pool = (keep.float() / (1 - self.rate)).to(x.device, x.dtype)
        at = int(torch.randint(0, self.size - x.numel(), ()))
        return x * self.pool[at:at + x.numel()].view_as(x)


class Embeddings(nn.Module):
    def __init__(self):
        super().__init__()
        self.word_embeddings = nn.Embedding(VOCAB, HIDDEN)
        self.position_embeddings = nn.Embedding(POSITIONS, HIDDEN)
        self.token_type_embeddings = nn.Embedding(2, HIDDEN)
        self.LayerNorm = nn.LayerNorm(HIDDEN, eps=1e-12)


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.self = nn.ModuleDict({k: nn.Linear(HIDDEN, HIDDEN) for k in ("query", "key", "value")})
        self.output = nn.ModuleDict({"dense": nn.Linear(HIDDEN, HIDDEN), "LayerNorm": nn.LayerNorm(HIDDEN, eps=1e-12)})


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.attention = Attention()
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(HIDDEN, FF)})
        self.output = nn.ModuleDict({"dense": nn.Linear(FF, HIDDEN), "LayerNorm": nn.LayerNorm(HIDDEN, eps=1e-12)})
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        batch, pieces, _ = x.shape
        own = self.attention.self
        split = lambda t: t.view(batch, pieces, HEADS, HIDDEN // HEADS).transpose(1, 2)
        query, key, value = (split(own[k](x)) for k in ("query", "key", "value"))
        scores = query @ key.transpose(2, 3) / math.sqrt(HIDDEN // HEADS) + mask
        mixed = (F.softmax(scores, -1) @ value).transpose(1, 2).reshape(batch, pieces, HIDDEN)
        out = self.attention.output
        x = out["LayerNorm"](x + self.dropout(out["dense"](mixed)))
        wide = F.gelu(self.intermediate["dense"](x))
        return self.output["LayerNorm"](x + self.dropout(self.output["dense"](wide)))


class Encoder(nn.Module):
    """Pieces and shapes -> two vectors of HIDDEN per piece.

    The first is that of the last layer. The second top is a copy of the last
    layers, trained apart: it reads what they read, and serves the heads that
    ask what is meant instead of where it stands.
    """

    def __init__(self, layers, branch=BRANCH, dropout=0.1):
        super().__init__()
        self.embeddings = Embeddings()
        self.shape_embeddings = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shape_embeddings.weight)
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer(dropout) for _ in range(layers)),
                                      "branch": nn.ModuleList(Layer(dropout) for _ in range(branch))})
        self.dropout = Dropout(dropout)

    def forward(self, ids, shapes, mask):
        x, bias = self.below(ids, shapes, mask)
        y = self.second(x, bias)
        for layer in self.encoder["layer"][len(self.encoder["layer"]) - len(self.encoder["branch"]):]:
            x = layer(x, bias)
        return x, y

    def second(self, x, bias):
        """What the second top makes of the vectors below it."""
        for layer in self.encoder["branch"]:
            x = layer(x, bias)
        return x

    def below(self, ids, shapes, mask):
        """The vectors that both tops read, and the mask to add to scores of attention."""
        e = self.embeddings
        at = torch.arange(ids.shape[1], device=ids.device)
        x = e.word_embeddings(ids) + self.shape_embeddings(shapes) + e.position_embeddings(at) + e.token_type_embeddings.weight[0]
        x = self.dropout(e.LayerNorm(x))
        bias = torch.zeros(mask.shape, device=x.device, dtype=x.dtype).masked_fill(~mask, NEVER)[:, None, None, :]
        for layer in self.encoder["layer"][:len(self.encoder["layer"]) - len(self.encoder["branch"])]:
            x = layer(x, bias)
        return x, bias


class Reader(nn.Module):
    """The encoder with its heads.

    forward returns, for [b, n] pieces: role scores [b, n, 3, 5], scores [b, n,
    tags] of each head of MARKS, stances [b, n, 2 * STANCES], statuses of
    events [b, n, 5], link queries and keys [b, n, 5, LINK_DIM] each.
    """

    def __init__(self, layers, dropout=0.1):
        super().__init__()
        self.enc = Encoder(layers, dropout=dropout)
        self.roles = nn.Linear(HIDDEN, len(ROLES) * len(TAGS))
        for name, tags in MARKS.items():
            self.add_module(name, nn.Linear(HIDDEN, len(tags)))
        self.stance = nn.Linear(HIDDEN, 2 * STANCES)
        self.status = nn.Linear(HIDDEN, len(STATUS))
        self.query = nn.Linear(HIDDEN, FIRST_LINKS * LINK_DIM)
        self.key = nn.Linear(HIDDEN, FIRST_LINKS * LINK_DIM)
        self.query2 = nn.Linear(HIDDEN, (len(LINKS) - FIRST_LINKS) * LINK_DIM)
        self.key2 = nn.Linear(HIDDEN, (len(LINKS) - FIRST_LINKS) * LINK_DIM)
        self.distance = nn.Parameter(torch.zeros(len(LINKS), len(DISTANCES) + 1))
        self.moves = nn.Parameter(torch.zeros(len(ROLES), len(TAGS), len(TAGS)))
        self.dropout = Dropout(dropout)

    def forward(self, ids, shapes, mask):
        return self.outputs(*(self.dropout(h).float() for h in self.enc(ids, shapes, mask)))

    def outputs(self, first, second):
        """What forward returns, of the vectors of both tops."""
        b, n, _ = first.shape
        links = lambda one, two: torch.cat([one(first), two(second)], -1).view(b, n, len(LINKS), LINK_DIM)
        return (self.roles(first).view(b, n, len(ROLES), len(TAGS)), *(getattr(self, name)(first if name in FIRST_TOP else second) for name in MARKS),
                self.stance(second), self.status(second), links(self.query, self.query2), links(self.key, self.key2))

    @staticmethod
    def stance_scores(stance, cue, content):
        """[STANCES] scores of one statement: the mean over its cue's pieces and that over its content's, added; either may be empty."""
        mean = lambda part, pieces: part[pieces].mean(0) if len(pieces) else part.new_zeros(STANCES)
        return mean(stance[:, :STANCES], cue) + mean(stance[:, STANCES:], content)

    def transitions(self):
        """[roles, 5, 5] scores of one tag following another; NEVER where not allowed."""
        return self.moves.masked_fill(~ALLOWED.to(self.moves.device), NEVER)

    def link_scores(self, query, key, left, right, kind):
        """[len(left), len(right)] scores of links of one kind between pieces of one window."""
        s = query[left, kind] @ key[right, kind].T / math.sqrt(LINK_DIM)
        gap = right[None, :] - left[:, None]
        bucket = torch.bucketize(gap, torch.tensor(DISTANCES, device=gap.device), right=True)
        return s + self.distance[kind][bucket]


def crf_loss(scores, moves, tags, mask):
    """Negative log-likelihood of tag sequences, summed.

    scores [b, n, r, 5], moves [r, 5, 5], tags [b, n, r] and mask [b, n]; the
    first piece of every row is unmasked and rows are padded on the right.
    """
    b, n, r, k = scores.shape
    live = mask.float()
    gold = scores.gather(3, tags[..., None]).squeeze(3)
    pair = moves[torch.arange(r, device=tags.device)[None, None, :], tags[:, :-1], tags[:, 1:]]
    total = (gold * live[..., None]).sum() + (pair * live[:, 1:, None]).sum()
    first = torch.where(FIRST.to(scores.device), 0.0, NEVER)
    last = torch.where(LAST.to(scores.device), 0.0, NEVER)
    alpha = scores[:, 0] + first
    for t in range(1, n):
        step = torch.logsumexp(alpha[..., None] + moves, dim=2) + scores[:, t]
        alpha = torch.where(mask[:, t, None, None], step, alpha)
    return torch.logsumexp(alpha + last, dim=2).sum() - total
