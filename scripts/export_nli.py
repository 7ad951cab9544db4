"""Turns a trained student into the folder that ships: int8 ONNX, tokenizer, config, manifest.

::

    export_nli.py --student RUN/news/student --public NLI/train --card CARD.md \\
        --out claimtrack/models/nli

The folder is written beside its place and then swapped in, so it is never half there. ``--public``
gives the texts (no labels) on which outlying activations are looked for. The export ends with a
comparison of the int8 graph with the fp32 student on other texts.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from nli.data import read_rows
from nli.graph import build_graph
from nli.smooth import outliers
from nli.student import load_classifier

from claimtrack.models import MANIFEST, make_manifest

LIMIT = 90_000_000
"""Bytes a file may have."""

WINDOW = 256
"""Tokens. Longer pairs are windowed; training pairs had at most 112."""


def main() -> None:
    """Entry point."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--student", type=Path, required=True)
    parser.add_argument("--public", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--card", type=Path, help="model card to ship as README.md")
    parser.add_argument("--name", default="claimtrack-nli-mpnet8")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    from transformers import AutoTokenizer

    torch.set_num_threads(args.threads)
    model = load_classifier(args.student)
    tokenizer = AutoTokenizer.from_pretrained(args.student)
    rows = read_rows(args.public / "lingnli.jsonl.gz")[:80]
    rows += read_rows(args.public / "fm2.dev.jsonl.gz")[:60]
    encoded = [
        tokenizer(row.premise, row.hypothesis, truncation=True, return_tensors="pt") for row in rows
    ]
    inputs = [
        {"input_ids": one["input_ids"], "attention_mask": one["attention_mask"]} for one in encoded
    ]
    graph = build_graph(model, outliers(model, inputs[0::2]))
    part = args.out.with_name(args.out.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    onnx.save(graph, part / "model.onnx")
    size = (part / "model.onnx").stat().st_size
    if size > LIMIT:
        raise SystemExit(f"model.onnx has {size} bytes, more than {LIMIT}")
    tokenizer.save_pretrained(part)
    for extra in part.iterdir():
        if extra.name not in ("model.onnx", "tokenizer.json", "tokenizer_config.json"):
            extra.unlink()
    config = {
        "architecture": "MPNetForSequenceClassification",
        "num_hidden_layers": len(model.mpnet.encoder.layer),
        "id2label": {str(key): value for key, value in model.config.id2label.items()},
        "window": WINDOW,
        "plain_names": True,
        "weights": "int8 per output channel, activations int8 per pair",
    }
    (part / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    if args.card:
        shutil.copyfile(args.card, part / "README.md")
    elif (args.out / "README.md").is_file():
        shutil.copyfile(args.out / "README.md", part / "README.md")
    names = ["model.onnx", "config.json", "tokenizer.json"]
    manifest = make_manifest(part, names, {"name": args.name, "made_by": "scripts/export_nli.py"})
    (part / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    compare(part, model, inputs[1::2])
    old = args.out.with_name(args.out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if args.out.exists():
        args.out.rename(old)
    part.rename(args.out)
    shutil.rmtree(old, ignore_errors=True)
    print(json.dumps(manifest["files"], indent=1))


def compare(folder: Path, model: torch.nn.Module, inputs: list[dict[str, torch.Tensor]]) -> None:
    """Prints how far the int8 graph is from the fp32 student."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(folder / "model.onnx"))
    apart, same = [], 0
    with torch.inference_mode():
        for one in inputs:
            whole = session.run(None, {"input_ids": one["input_ids"].numpy()})[0][0]
            floats = model(**one).logits.softmax(-1)[0].numpy()
            apart.append(float(np.abs(whole - floats).max()))
            same += int(whole.argmax() == floats.argmax())
    print(
        f"int8 against fp32 on {len(apart)} pairs: mean difference {np.mean(apart):.4f}, "
        f"90 % under {np.quantile(apart, 0.9):.4f}, same label {same}"
    )


if __name__ == "__main__":
    main()
