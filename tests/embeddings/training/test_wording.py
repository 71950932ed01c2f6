import rjieba

from corpus.lexicon import english
from corpus.thesaurus import terms
from embeddings.training.keywords import count_rarity
from embeddings.training.pairs import Pair
from embeddings.training.wording import gloss_pairs, reworded_pairs, term_pairs

PASSAGE = "鼓励银行向高新技术企业发放贷款，支持企业购买设备，减少抵押要求。"
PAIR = Pair("银行 贷款", PASSAGE, "keywords", "某法")


def reworded(pair=PAIR, seed=7):
    return reworded_pairs([pair], count_rarity([pair.passage]), seed)


def test_a_gloss_leads_both_ways():
    pairs = {(pair.query, pair.passage) for pair in gloss_pairs()}
    assert {("loan", "贷款"), ("贷款", "loan")} <= pairs


def test_other_forms_lead_to_the_name_and_back():
    pairs = {(pair.query, pair.passage) for pair in term_pairs()}
    assert {("高企", "高新技术企业"), ("高新技术企业", "高企")} <= pairs
    assert all(query != passage for query, passage in pairs)


def test_the_english_query_is_made_of_english_of_words_of_the_passage():
    (query,) = [pair.query for pair in reworded() if pair.kind == "english"]
    words = {gloss for word, glosses in english().items() if word in PASSAGE for gloss in glosses}
    assert query.isascii()
    assert set(query.split()) <= {part for gloss in words for part in gloss.split()}


def test_the_everyday_query_does_not_say_the_term():
    term = next(t for t in terms() if t.everyday and list(rjieba.cut(t.name)) == [t.name])
    pair = Pair(term.name, term.name, "keywords", "某法")
    (query,) = [pair.query for pair in reworded(pair) if pair.kind == "everyday"]
    assert query in {*term.everyday, *term.written} - {term.name}


def test_a_passage_of_no_known_word_makes_no_query():
    assert reworded(Pair("之乎", "之乎者也", "keywords", "某法")) == []


def test_the_same_seed_makes_the_same_queries():
    assert reworded(seed=3) == reworded(seed=3)
