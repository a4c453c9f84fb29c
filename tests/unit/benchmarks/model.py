"""The fields and choices of the data model, written down by hand: the yardstick for what is generated.

A field is a name, or `name.part` for what a mapping or the mappings of a list hold.
"""

from collections.abc import Sequence

from benchmarks.fiction.words import words

Words = Sequence[str]

EVERY_RECORD = words("sources note assured_date valid_from valid_to")
_PHOTO = words("file alt credit")
_LOCATION = words("lat lng system precision source")
_QUANTITY = words("value bound unit raw")


def _parts(name: str, parts: Words) -> list[str]:
    return [name, *(f"{name}.{part}" for part in parts)]


FIELDS: dict[str, Words] = {
    "site": [
        *words("title base_url official fictional language languages timezone organization summary licence"),
        *words("coordinate_system publish_precision reassure_after_days publish_gaps navigation"),
        *_parts("base_map", words("kind url attribution approval_number source")),
        *_parts("other_help", words("label phone when")),
        *_parts("footer", words("icp police site_code contact links links.label links.url")),
        *words("report_url edit_url logo verification"),
        *_parts("silenced_rules", words("rule reason")),
    ],
    "studios": [
        *words("id name short_name aliases brand former_ids replaced_by form base level status owner host backers"),
        *words("parent special_committee division serves sectors address address_public venue directions"),
        *_parts("location", _LOCATION),
        *words("phone email contact_text hours hours_text visit duty_text established approved unveiled closed_on"),
        *_parts("links", words("label url")),
        *_parts("channels", words("kind name url image")),
        *_parts("duty", words("id starts ends freq interval by_day by_month_day opens_at closes_at on_holiday")),
        *_parts("duty.rotation", words("members per_session starts_with")),
        *_parts("duty.exceptions", words("announced date action to opens_at closes_at reason members")),
        *_parts("members", words("member role from to")),
        *_parts("member_count", _QUANTITY),
        *_parts("services", words("name matter summary how members languages")),
        *_parts("access", words("step_free toilet parking hearing_loop sign_language")),
        *words("summary description"),
        *_parts("photos", _PHOTO),
        *_parts("compliance", words("framework item met date evidence")),
        *_parts("honors", words("name by date")),
        *_parts("changes", words("from phone address")),
        *EVERY_RECORD,
    ],
    "organizations": words("id name short_name kind level division parent url phone summary description records"),
    "divisions": ["id", "name", "level", "parent", *_parts("center", _LOCATION)],
    "sectors": words("id name national committee sources"),
    "matters": words("id name words"),
    "members": [
        *words("id name committee term sectors title from to bio consent assured_date"),
        *_parts("photo", _PHOTO),
    ],
    "activities": [
        *words("id title state date end_date studios organizers series kind place members summary outcome topics"),
        *_parts("steps", words("framework topic survey meeting answer")),
        *_parts("participants", _QUANTITY),
        *_parts("views", _QUANTITY),
        *_parts("photos", _PHOTO),
        *words("video_url sources opens_at closes_at announced"),
    ],
    "series": words("id title organizers summary sources"),
    "topics": [
        *words("id title matter origin raised_on studios state result sources"),
        *_parts("steps", words("date state text document")),
        *_parts("proposal", words("title number submitted_to filed_on case_opened answered_on")),
    ],
    "figures": [
        *words("id studio organization division measure label remark as_of parts sources"),
        *_parts("quantity", _QUANTITY),
        *_parts("period", words("from to raw")),
    ],
    "frameworks": [
        *words("id name issuer year summary applies_to sources note"),
        *_parts("items", words("id name summary unknown count")),
    ],
    "pairings": words("id studio partner kind since until summary sources"),
    "documents": words("id title issuer date file url summary sources"),
    "calendar": words("days_off workdays"),
    "sources": words("id title title_supplied publisher authors date not_before url accessed note"),
    "news": [
        *words("title date summary studios activities topics sources author draft"),
        *_parts("cover", _PHOTO),
    ],
    "pages": words("title summary order"),
}

_YES_NO = words("yes no")
_THREE = words("yes no partly")
_LEVELS = words("national province city county town village")
_PRECISIONS = words("exact building street town county city province")
_SYSTEMS = words("wgs84 gcj02 bd09")
_STATES = words("raised accepted discussed proposed resolved closed")
_BOUNDS = words("exact over near about")

CHOICES: dict[tuple[str, str], Words] = {
    ("site", "base_map.kind"): words("schematic tiles none"),
    ("studios", "form"): [
        *words("studio work-station contact-station contact-point reception-room online-studio other unknown")
    ],
    ("studios", "base"): words("sector area person industry topic online other"),
    ("studios", "level"): _LEVELS,
    ("studios", "status"): words("preparing building open suspended closed unknown"),
    ("studios", "address_public"): _YES_NO,
    ("studios", "venue"): words("office school community village service-center enterprise park online other"),
    ("studios", "location.system"): _SYSTEMS,
    ("studios", "location.precision"): _PRECISIONS,
    ("studios", "channels.kind"): words("wechat mini-program weibo douyin web video"),
    ("studios", "visit"): words("regular appointment-preferred appointment-required no-fixed-time"),
    ("studios", "duty.freq"): words("weekly monthly"),
    ("studios", "duty.on_holiday"): words("skip keep shift_next_workday shift_previous_workday"),
    ("studios", "duty.exceptions.action"): words("move cancel swap"),
    ("studios", "members.role"): words("convenor deputy member liaison adviser"),
    ("studios", "access.step_free"): _THREE,
    ("studios", "access.toilet"): _THREE,
    ("studios", "access.parking"): _THREE,
    ("studios", "access.hearing_loop"): _THREE,
    ("studios", "access.sign_language"): _THREE,
    ("studios", "compliance.met"): _THREE,
    ("organizations", "kind"): [
        *words("committee special-committee liaison-group party government association enterprise school"),
        *words("community service-center other"),
    ],
    ("organizations", "level"): _LEVELS,
    ("organizations", "records"): words("complete partial"),
    ("divisions", "level"): words("province city county town village functional"),
    ("members", "consent"): _YES_NO,
    ("activities", "state"): words("planned done cancelled"),
    ("activities", "kind"): [
        *words("survey inspection consultation reception lecture reading volunteer training ceremony charity"),
        *words("promotion other"),
    ],
    ("activities", "participants.bound"): _BOUNDS,
    ("topics", "origin"): words("party-government committee society public member"),
    ("topics", "state"): _STATES,
    ("topics", "steps.state"): _STATES,
    ("figures", "measure"): [
        *words("studios studios-building stations contact-points members activities consultations suggestions"),
        *words("proposals proposals-opened proposals-answered problems-solved receptions contacts views other"),
    ],
    ("figures", "quantity.bound"): _BOUNDS,
    ("frameworks", "applies_to"): words("studio division committee member activity"),
    ("sources", "title_supplied"): _YES_NO,
}
