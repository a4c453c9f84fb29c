"""What pages say for programs: the same as for people, and less of what has ended or is not public."""

import json

import pytest

from memberstudios.base.dates import PartialDate
from memberstudios.pages import area, home, member, news, open_data, organization, studio
from memberstudios.pages.linked import Site, activity_linked
from tests.sites import Document

SITE = "title: 示例市委员工作室\nsummary: 一句介绍。\nlicence: CC BY 4.0\nbase_url: https://example.org/sub"
RECORDS = {
    "site": SITE,
    "divisions": "- {id: city, name: 示例市, level: city, center: {lat: 27.2, lng: 111.4, precision: city}}\n- {id: east, name: 城东区, parent: city}",
    "organizations": "- {id: zx, name: 示例市政协, kind: committee, division: city, phone: 0000-5550111, url: 'https://zx.example.org/'}\n- {id: old, name: 旧机构, valid_to: 2020}",
    "members": "- {id: lin, name: 林晓禾, title: 教师, committee: zx, consent: yes}\n- {id: zhou, name: 周行远}\n- {id: gone, name: 已届满, to: 2020, consent: yes}",
    "studios": """
- id: a
  name: 甲</script>工作室
  short_name: 甲室
  owner: zx
  division: east
  address: 柳荫路12号
  location: {lat: 27.23456, lng: 111.46789, precision: building}
  phone: [0000-5550100, 0000-5550101]
  email: a@example.org
  hours: Mo-Fr 09:00-12:00,14:30-17:30; Sa off
  established: 2019-05
  serves: [east, 柳荫社区]
  members: [{member: lin}, {member: zhou}]
  channels: [{kind: web, name: 网站, url: 'https://a.example.org/'}]
- {id: b, name: 乙工作室, owner: zx, division: east, address: 不公开的门牌, address_public: no, location: {lat: 27.9, lng: 111.9, precision: exact}}
- {id: c, name: 丙工作室, form: online-studio, division: east, hours: Mo 09:00-12:00}
- {id: d, name: 丁工作室, valid_to: 2025}
- {id: e, name: 戊工作室, status: closed, phone: 0000-5550102}
- {id: f, name: 己工作室, status: suspended, phone: 0000-5550103, hours: Mo 09:00-12:00}
""",
    "sources": "- {id: s, title: 报道, date: 2023, url: 'https://paper.example.org/1'}",
    "news/2026-01-02-open": "---\ntitle: 开放了\ndate: 2026-01-02\nsummary: 摘要\nauthor: 记者\nstudios: a\nsources: s\n---\n正文\n",
}


@pytest.fixture
def linked(made):
    """The JSON-LD of each page of a kind, by path; None where there is none."""

    def linked(outputs, records=RECORDS):
        found = {}
        for path, data in made(outputs, records).items():
            if path.endswith(".html"):
                texts = Document(data.decode()).linked
                found[path] = json.loads(texts[0]) if texts else None
        return found

    return linked


@pytest.fixture
def studios(linked):
    return linked(studio.outputs)


def test_studio_is_an_organization_and_a_place(studios):
    found = studios["studios/a.html"]
    assert found == {
        "@context": "https://schema.org",
        "@type": ["Organization", "Place"],
        "@id": "https://example.org/sub/studios/a.html",
        "url": "https://example.org/sub/studios/a.html",
        "name": "甲</script>工作室",
        "alternateName": ["甲室"],
        "address": "示例市城东区柳荫路12号",
        "containedInPlace": {
            "@type": "AdministrativeArea",
            "name": "城东区",
            "url": "https://example.org/sub/areas/east.html",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 27.2346, "longitude": 111.4679},
        "telephone": ["0000-5550100", "0000-5550101"],
        "email": "a@example.org",
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": [
                    f"https://schema.org/{day}" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
                ],
                "opens": opens,
                "closes": closes,
            }
            for opens, closes in (("09:00", "12:00"), ("14:30", "17:30"))
        ],
        "sameAs": ["https://a.example.org/"],
        "parentOrganization": [
            {"@type": "Organization", "name": "示例市政协", "url": "https://example.org/sub/organizations/zx.html"}
        ],
        "areaServed": ["城东区", "柳荫社区"],
        "foundingDate": "2019-05",
        "member": [{"@type": "Person", "name": "林晓禾", "url": "https://example.org/sub/members/lin.html"}],
    }


def test_address_that_is_not_public_and_the_phone_of_others_are_not_told(studios):
    found = studios["studios/b.html"]
    assert not {"address", "geo", "telephone"} & found.keys()


def test_online_studio_is_no_place(studios):
    found = studios["studios/c.html"]
    assert found["@type"] == "Organization"
    assert not {"containedInPlace", "geo", "openingHoursSpecification", "address"} & found.keys()


@pytest.mark.parametrize("gone", ["d", "e"])
def test_studio_that_is_gone_says_nothing(studios, gone):
    assert studios[f"studios/{gone}.html"] is None


def test_suspended_studio_has_no_opening_hours(studios):
    assert "openingHoursSpecification" not in studios["studios/f.html"]
    assert studios["studios/f.html"]["telephone"] == ["0000-5550103"]


def test_committee_is_no_government_and_what_ended_says_nothing(linked):
    found = linked(organization.outputs)
    assert found["organizations/zx.html"]["@type"] == "Organization"
    assert found["organizations/zx.html"]["sameAs"] == "https://zx.example.org/"
    assert found["organizations/old.html"] is None


def test_only_members_in_office_who_agreed_are_persons(linked):
    found = linked(member.outputs)
    assert found["members/lin.html"]["jobTitle"] == "教师"
    assert found["members/lin.html"]["memberOf"]["name"] == "示例市政协"
    assert found["members/lin.html"]["affiliation"][0]["url"] == "https://example.org/sub/studios/a.html"
    assert found["members/gone.html"] is None
    assert "members/zhou.html" not in found


def test_area_names_the_one_above(linked):
    found = linked(area.outputs)["areas/east.html"]
    assert (found["@type"], found["name"], found["containedInPlace"]["name"]) == (
        "AdministrativeArea",
        "城东区",
        "示例市",
    )


def test_news_names_its_day_its_subject_and_its_source(linked):
    found = linked(news.outputs)["news/open.html"]
    assert (found["@type"], found["headline"], found["datePublished"], found["creditText"]) == (
        "NewsArticle",
        "开放了",
        "2026-01-02",
        "记者",
    )
    assert found["about"][0]["name"] == "甲</script>工作室"
    assert found["citation"] == [{"@type": "CreativeWork", "name": "报道", "url": "https://paper.example.org/1"}]
    assert "description" not in found  # the page shows its text instead


def test_home_is_the_site_and_data_a_dataset(linked):
    found = linked(home.outputs)["index.html"]
    assert (found["@type"], found["url"], found["description"]) == ("WebSite", "https://example.org/sub/", "一句介绍。")
    data = linked(open_data.outputs)["data/index.html"]
    assert data["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}
    assert data["distribution"][0] == {
        "@type": "DataDownload",
        "name": "studios.csv",
        "contentUrl": "https://example.org/sub/data/studios.csv",
        "encodingFormat": "text/csv",
    }


def test_site_that_does_not_know_its_address_gives_addresses_from_the_page(linked):
    found = linked(studio.outputs, {**RECORDS, "site": "title: 示例"})["studios/a.html"]
    assert found["url"] == "../studios/a.html"


def test_activity_is_an_event_when_its_day_is_known():
    site = Site("https://example.org/", "../")
    assert activity_linked(site, "activities/a.html", title="座谈", date=None) is None
    found = activity_linked(
        site,
        "activities/a.html",
        title="座谈",
        date=PartialDate(2026, 5, 4),
        opens_at="09:00",
        closes_at="11:30",
        state="cancelled",
        place="二楼",
        organizers=(("示例市政协", "organizations/zx.html"), ("家长", "")),
    )
    assert found is not None
    assert (found["startDate"], found["endDate"]) == ("2026-05-04T09:00", "2026-05-04T11:30")
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert found["location"] == {"@type": "Place", "name": "二楼"}
    assert found["organizer"][1] == {"@type": "Organization", "name": "家长"}


def test_activity_of_a_month_has_no_time_of_day():
    found = activity_linked(
        Site(None, "../"), "activities/a.html", title="座谈", date=PartialDate(2026, 5), opens_at="09:00"
    )
    assert found is not None
    assert found["startDate"] == "2026-05"
    assert "endDate" not in found
