"""What is sampled from the public training sets, and in which proportion.

Numbers are rows per pass, used as shares. Caption sets and templated sets are weighed down:
captions teach that whatever differs contradicts, which is wrong for news.
"""

from __future__ import annotations

PUBLIC = {
    "lingnli": 8000,
    "wanli15k": 5000,
    "cad": 1800,
    "mnli_taxinli_train": 1800,
    "fm2.dev": 1100,
    "fever_symmetric_v02.dev": 700,
    "vitaminc_fewshot": 300,
    "seminli_base_wiki": 900,
    "seminli_translate_wiki": 400,
    "negation_snli": 500,
    "rte_glue": 900,
    "pawsx_en": 700,
    "sts_headlines": 600,
    "commitmentbank": 200,
    "dnc_megaveridicality": 500,
    "snli.dev": 700,
    "breaking_nli.train": 400,
    "conjnli_adv": 400,
    "scone": 150,
    "monli": 150,
    "logic_fragments": 200,
    "hans.train": 200,
    "help_monotonicity": 100,
}
