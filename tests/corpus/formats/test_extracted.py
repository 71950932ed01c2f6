from corpus.formats.extracted import Extracted, of_lines, of_pieces, printable


def test_lines_that_hold_nothing_are_left_out():
    assert of_lines(["甲", " \u200b", "", " 乙 "]) == Extracted("甲\n乙")


def test_radicals_become_the_characters_that_they_look_like():
    assert printable("⼀、⻓期规划，⾼新技术") == "一、长期规划，高新技术"


def test_ticks_and_boxes_of_symbol_fonts_are_read_and_ornaments_dropped():
    assert printable("\uf0fe同意\uf0a8不同意\uf0b7") == "☑同意□不同意"


def test_control_characters_and_unseen_ones_are_dropped():
    assert printable("科\x07技\u202e局\ufeff\x00") == "科技局"
    assert printable("一\r\n二\x0b三\u2028四") == "一\n二\n三\n四"


def test_pages_begin_where_their_first_piece_does():
    found = of_pieces([[(0, "甲")], [(0, "乙"), (1, "丙")], [(3, "丁")]], 4)
    assert found.text == "甲\n乙丙\n丁"
    assert found.pages == (0, 3, 5, 5)


def test_a_last_page_that_holds_nothing_begins_at_the_end():
    assert of_pieces([[(0, "甲")]], 2).pages == (0, 1)
