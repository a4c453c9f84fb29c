import json

import pytest

from memberstudios.render.linked import linked_data


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--", "a & b", "\u2028\u2029", '引号"和\\', "]]>"]
)
def test_no_text_ends_the_element_and_all_is_read_again(text):
    made = str(linked_data({"name": text}))
    assert not {"<", ">", "&", "\u2028", "\u2029"} & {*made}
    assert json.loads(made) == {"name": text}


def test_chinese_stays_readable():
    assert linked_data({"name": "工作室"}) == '{"name":"工作室"}'
