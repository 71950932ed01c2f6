"""The fixed text of the model card, with places for what a run found."""

# ruff: noqa: E501 - rows of a Markdown table cannot be broken

TEMPLATE = """\
---
language: zh
license: apache-2.0
library_name: sentence-transformers
pipeline_tag: sentence-similarity
---

# {name}

Token vectors for retrieval over Chinese government documents: {pieces} pieces, {dimension}
dimensions, half precision. A text is the mean of its token vectors, scaled to unit length; the
first 128 or 64 dimensions may be used alone, scaled again. kewen reads it with `tokenizers` and
`numpy`; sentence-transformers reads the same folder as a `StaticEmbedding` (a text without any
known token gives a vector of zeros here, and of NaN there in half precision).

## How it was made

`python -m embeddings.training --data DATA --output embeddings/model`

The command reads the files below, chooses the pieces (all characters seen, all years from 1949 to
2050, and the most frequent words as rjieba parts them, in a Unigram model with their
log-probabilities; then the English words of the lexicon, the thesaurus and the questions), and
trains on {pairs} pairs of a query and its passage with in-batch negatives
(`MultipleNegativesRankingLoss`) at several sizes at once (`MatryoshkaLoss`). While it trains, the
vector of a piece is its own and the mean of those of its parts, the characters of a Chinese word or
the stem of an English one; what is kept is the sum. It took {minutes} minutes on two processor
cores, from reading to measuring; stopped, it goes on from its last checkpoint. `training-log.jsonl`
holds the loss and the development scores.

| pairs | query → passage | from |
|---|---|---|
| heading | heading of a section → one of its first three paragraphs | government work reports |
| sentence | first sentence → rest of the paragraph | reports, laws |
| keywords | two to four of a passage's rarer words, some as a question → the passage | all |
| article | title of a law and number of an article → the article | laws |
| question | question → the piece of the passage that holds the answer | CMRC 2018, training part |
| asked | everyday question, a fifth in English → its passage | `embeddings/training/questions.tsv`, written for kewen by a language model reading the passages, checked by rules, on reports and laws |
| english | two to four words of a passage in English → the passage | `corpus/data/lexicon.tsv` |
| everyday | a term as people say it and two words of the passage → the passage | `corpus/data/thesaurus.tsv` |
| gloss, term | English → Chinese word; other form → name | the same two files |

## Sources and licences

| file | holds | licence |
|---|---|---|
| `gov_reports.jsonl.xz` | government work reports of provinces and cities | official documents, Copyright Law of the PRC, article 5 |
| `laws_national.jsonl.xz`, `laws_local.jsonl.xz`, `party_documents.jsonl.xz` | laws, regulations, party documents | official documents, same article |
| `cmrc2018_questions_train.jsonl.xz`, `cmrc2018_passages_train.jsonl.xz` | reading comprehension over Wikipedia, training part only | CC BY-SA 4.0 |

No text of these is in this folder beyond single words. The notices that kewen ships, and the
development part of CMRC 2018, were not read.

## Figures

On 5 % of the regions, laws and articles, chosen by hash and never trained on, without passages
that stand word for word in what was trained on. Each kind of query is searched among the passages
of its own kind, at most 3,000 pairs. Recall, with BM25 over words and character bigrams beside
it. The keyword queries are made of the passage's own words, which is BM25's home ground; with
headings and first sentences the passage often says it differently.

| query | queries | passages | Recall@1 | BM25 | Recall@5 | BM25 |
|---|---|---|---|---|---|---|
{scores}

## Limits

It knows words, not their order: 增长 and 下降 of the same thing are close together. Names that
are rarer than the pieces are spelt in characters. Use it together with keyword search.
"""
