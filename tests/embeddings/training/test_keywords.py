from embeddings.training.keywords import count_rarity, keyword_pairs
from embeddings.training.pairs import Pair

PASSAGES = [
    "加快建设科技创新中心，支持企业设立研发机构",
    "加强科普场馆建设，支持企业开放实验室",
    "做好专利资助工作，支持企业保护知识产权",
]
PAIRS = [Pair("甲", passage, "heading", "某市") for passage in PASSAGES]


def test_a_word_in_every_passage_is_not_rare():
    rarity = count_rarity(PASSAGES)
    assert rarity.of("支持") == 0
    assert rarity.of("专利") > 0


def test_each_passage_gets_one_query_of_its_own_words():
    rarity = count_rarity(PASSAGES)
    found = keyword_pairs(PAIRS, rarity, seed=1)
    assert sorted(pair.passage for pair in found) == sorted(PASSAGES)
    for pair in found:
        words = [word for word in rarity.passages_with if word in pair.query]
        assert any(word in pair.passage for word in words)
        assert (pair.kind, pair.group) == ("keywords", "某市")


def test_the_seed_decides():
    rarity = count_rarity(PASSAGES)
    assert keyword_pairs(PAIRS, rarity, seed=1) == keyword_pairs(PAIRS, rarity, seed=1)
    assert keyword_pairs(PAIRS, rarity, seed=1) != keyword_pairs(PAIRS, rarity, seed=2)


def test_a_passage_without_its_first_sentence_is_not_asked_for_again():
    rest = "积极推进各类服务平台试点，加强张江普陀园的品牌建设，有效利用国家高新区相关政策。"
    pairs = [
        Pair("甲", "服务企业。" + rest, "heading", "某市"),
        Pair("乙", rest, "sentence", "某市"),
    ]
    found = keyword_pairs(pairs, count_rarity([rest]), seed=1)
    assert [pair.passage for pair in found] == ["服务企业。" + rest]


def test_a_passage_of_one_word_gets_no_query():
    assert keyword_pairs([Pair("甲", "科技", "heading", "某市")], count_rarity(["科技"]), 1) == []
