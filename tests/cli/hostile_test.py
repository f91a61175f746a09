# SPDX-License-Identifier: Apache-2.0
"""Files that lie, break off or nest without end: hostile_test.py REGIONET ROOT [show].

Each must end with exit code 3 and a message that names the file, within a second of the processor's time and 100 MB,
and leave no file behind. Those that only look hostile must be read within the same bounds.
"""
import gzip
import json
import mmap
import os
import pathlib
import struct
import sys
import tempfile
import traceback

program, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
hand = root / "tests" / "data" / "hand"
DEEP = 200_000
HUGE = 4_000_000_000
MOST_BYTES = 100_000_000
MOST_SECONDS = 1.0
show = len(sys.argv) > 3  # every case with what it took


def has_sanitizer():
    """A sanitizer keeps memory and time of its own, so that the program's cannot be seen."""
    with open(program, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as binary:
        return binary.find(b"__asan_init") >= 0 or binary.find(b"__tsan_init") >= 0


def xml_cases(_):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij")) + "]>"
    graphml = '<graphml><graph edgedefault="directed">'
    yield "bomb.graphml", bomb + graphml + "<node id='&j;'/></graph></graphml>", "DOCTYPE"
    yield "outside.graphml", '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + graphml + "</graph></graphml>", "DOCTYPE"
    yield "bomb.gexf", bomb + "<gexf><graph><nodes><node id='&j;'/></nodes></graph></gexf>", "DOCTYPE"
    nested = "".join(f"<node id='{i}'><graph edgedefault='directed'>" for i in range(DEEP))
    yield "deep.graphml", graphml + nested, "1000 deep"
    yield "ignored.graphml", graphml + "<x:a xmlns:x='y'>" * DEEP, "1000 deep"
    yield "deep.gexf", "<gexf><graph>" + "".join(f"<nodes><node id='{i}'>" for i in range(DEEP)), "1000 deep"
    hyper = "<node id='a'/><hyperedge>" + "<endpoint node='a'/>" * 20_000 + "</hyperedge>"
    yield "hyper.graphml", graphml + hyper + "</graph></graphml>", "far larger"
    keys = "".join(f"<key id='k{i}' for='node'><default>x</default></key>" for i in range(9999))
    nodes = "".join(f"<node id='{i}'/>" for i in range(5000))
    yield "keys.graphml", f"<graphml>{keys}<graph edgedefault='directed'>{nodes}</graph></graphml>", "far larger"
    defaults = "".join(f"<attribute id='{i}' title='t{i}'><default>x</default></attribute>" for i in range(9999))
    nodes = f"<attributes class='node'>{defaults}</attributes><nodes>{nodes}</nodes>"
    yield "defaults.gexf", f"<gexf><graph>{nodes}</graph></gexf>", "far larger"
    elements = "".join(f"<e{i}/>" for i in range(DEEP))
    yield "elements.graphml", f"{graphml}{elements}</graph></graphml>", ""
    attributes = " ".join(f"a{i}='1'" for i in range(DEEP))
    yield "wide.graphml", f"{graphml}<node id='a' {attributes}", ""
    yield "endless.gexf", "<gexf><graph><nodes><node id='" + "x" * 1_000_000, ""


def nested_cases(_):
    yield "deep.dot", "graph " + "{" * DEEP, "100 subgraphs"
    yield "named.dot", "graph {" + "".join(f"subgraph s{i} {{" for i in range(DEEP)), "100 subgraphs"
    yield "markup.dot", "graph { a [x=" + "<" * DEEP, "not closed"
    yield "blocks.dot", "graph { a " + "-- {x" * DEEP, "100 subgraphs"
    group = "{" + " ".join(f"n{i}" for i in range(3000)) + "}"
    ends = ",".join(["a"] * DEEP)
    yield "ends.dot", f"graph {{ {ends} -- {ends} }}", "make more than"
    yield "keys.dot", f"graph {{ {group} -- {group} [key=a] }}", "make more than"
    yield "columns.dot", "graph { a -- b [" + " ".join(f"k{i}=1" for i in range(DEEP)) + "] }", "more attributes"
    yield "pairs.dot", "graph { subgraph a " + group + " subgraph a {} -- subgraph a {} }", "make more than"
    yield "many.dot", "graph { subgraph a " + "{" + "{x}" * 5000 + "}" + "subgraph a {} -- y;" * 5000 + "}", "make more"
    defaults = "graph { node [" + " ".join(f"a{i}=1" for i in range(3000)) + "] "
    yield "defaults.dot", defaults + "{ node [a=1] }" * 3000 + " }", "make more than"
    yield "inherited.dot", defaults + group + " }", "make more than"
    yield "wide.dot", "graph {" + "".join(f"n{i} [k{i}=1]\n" for i in range(20_000)) + "}", "more attributes"
    yield "deep.gml", "a [ " * DEEP, "100 lists"
    yield "node.gml", "graph [ node [ " + "a [ " * DEEP, "100 lists"
    yield "wide.gml", "graph [ " + "".join(f"node [ id {i} k{i} 1 ] " for i in range(20_000)) + "]", ""
    yield "array.json", "[" * DEEP, "no JSON object"
    yield "deep.json", '{"nodes":' + "[" * DEEP, ""
    yield "object.json", '{"a":' * DEEP, "1000 objects"
    yield "node.json", '{"nodes": [{"id": 1, "x": ' + '{"a": ' * DEEP, "1000 objects"
    wide = ",".join(f'{{"id": {i}, "k{i}": 1}}' for i in range(20_000))
    yield "wide.json", f'{{"nodes": [{wide}], "links": []}}', "keys"
    yield "members.json", '{"nodes": [{"id": 1' + "".join(f', "k{i}": 1' for i in range(DEEP)) + "}]}", "members"
    yield "number.json", '{"nodes": [{"id": ' + "1" * 1_000_000 + "e999999999}]}", "too large"


def count_cases(_):
    """Numbers of vertices and entries that the file does not bear out."""
    huge, some = HUGE, 50_000_000
    for count in (huge, some, "99999999999999999999"):
        yield f"vertices{count}.net", f'*Vertices {count}\n1 "a"\n*Edges\n1 2\n', ""
        yield f"rows{count}.mtx", f"%%MatrixMarket matrix coordinate pattern general\n{count} {count} 1\n1 2\n", ""
        yield f"header{count}.metis", f"{count} 1\n2\n1\n", ""
    yield "position.net", f"*Vertices 2\n1 a\n2 b\n*Edges\n1 {huge}\n", ""
    yield "label.net", f"*Vertices 2\n{huge} a\n", ""
    yield "list.net", f"*Vertices 2\n*Arcslist\n1 2 {huge}\n", ""
    yield "position.mtx", f"%%MatrixMarket matrix coordinate pattern general\n3 3 1\n1 {huge}\n", ""
    yield "entries.mtx", f"%%MatrixMarket matrix coordinate pattern general\n3 3 {huge}\n1 2\n", ""
    yield "array.mtx", f"%%MatrixMarket matrix array real general\n{huge} {huge}\n1\n", ""
    yield "neighbour.metis", f"2 1\n{huge}\n1\n", ""
    yield "edges.metis", f"2 {huge}\n2\n1\n", ""
    yield "weights.metis", f"2 1 011 {huge}\n1 2 1\n1 1 1\n", ""
    yield "count.konect", f"% bip unweighted\n% {huge} {huge} {huge}\n1 2\n3 x\n", ""
    yield "few.mtx", "%%MatrixMarket matrix coordinate pattern general\n3 3 5\n1 2\n2 3\n", ""
    yield "many.mtx", "%%MatrixMarket matrix coordinate pattern general\n3 3 1\n1 2\n2 3\n", ""
    yield "few.metis", "3 3\n2\n1 3\n", ""


def text_cases(_):
    yield "zero.csv", b"source,target\na,b\0\n", "zero"
    yield "latin.csv", b"source,target\nMinsk,Xi\xe1n\n", "UTF-8"
    yield "quote.csv", b'source,target\na,"' + b"b\n" * 1_000_000, ""
    yield "short.csv", b"source,target\na,b\nc", "1 cell"
    yield "short.tsv", b"source\ttarget\na\tb\nc", "1 cell"
    yield "short.txt", b"1 2\n3", ""
    yield "short.konect", b"% sym unweighted\n1 2\n3", ""
    yield "empty.csv", b"", ""
    yield "wide.csv", b"source,target\n" + b"," * 1_000_000, ""
    yield "header.csv", b"," * 1_000_000 + b"\n", "1000001 columns"
    columns = ",".join(f"c{i}" for i in range(DEEP))
    yield "columns.csv", f"source,target,{columns}\n", "columns"
    yield "types.csv", "source,target,type\n" + "".join(f"a,b,t{i}\n" for i in range(DEEP)), "256 types"
    relations = "".join(f'*Arcs :{i} "t{i}"\n1 2\n' for i in range(DEEP))
    yield "types.net", f"*Vertices 2\n1 a\n2 b\n{relations}", "256 types"
    links = ",".join(f'{{"source": 1, "target": 1, "type": "t{i}"}}' for i in range(DEEP))
    yield "types.json", f'{{"nodes": [{{"id": 1}}], "links": [{links}]}}', "256"
    yield "wide.txt", b"1 " * 1_000_000, "1000000 cells"
    yield "parameters.net", "*Vertices 1\n1 a " + " ".join(f"k{i} 1" for i in range(DEEP)), "more attributes"
    yield "key.graphml", "<graphml>", ""
    yield "magic.rgn", b"source,target\na,b\n", ""
    yield "other.rgn", b"\x89RGN\r\n\x1a\n", "shorter than the header"
    yield "line_ends.rgn", b"\x89RGN\n\x1a\n" + bytes(100), ""
    yield "cut.csv.gz", gzip.compress(b"source,target\n" + b"a,b\n" * 100_000)[:-9], "too early"
    yield "bomb.csv.gz", gzip.compress(bytes(30_000_000)), ""


def rgn_cases(folder):
    """A good file, cut, with a byte changed anywhere, and with a header that lies under its own checksum."""
    good = folder / "good.rgn"
    code, error, *_ = run(folder, "convert", str(hand), str(good))
    assert code == 0, error
    data = good.read_bytes()
    good.unlink()
    for size in (8, 71, 72, 200, len(data) // 2, len(data) - 1):
        yield f"cut{size}.rgn", data[:size], ""
    yield "longer.rgn", data + b"\0", "header says"
    for at in range(8, len(data), max(1, len(data) // 40)):
        yield f"byte{at}.rgn", data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1:], ""
    # Places of the counts in the header: actors, edges, arcs, bytes, sections.
    for at in (24, 32, 40, 48, 56):
        for count in (HUGE, 2**63, 50_000_000):
            yield f"count{at}_{count}.rgn", data[:at] + struct.pack("<Q", count) + data[at + 8:], ""


def truncated_cases(folder):
    """What we write ourselves, cut in the middle of it."""
    for extension in ("graphml", "gexf", "gml", "dot", "json", "net", "mtx", "metis"):
        file = folder / f"whole.{extension}"
        code, error, *_ = run(folder, "convert", str(hand), str(file))
        assert code == 0, error
        data = file.read_bytes()
        file.unlink()
        head = data.find(b"\n", len(data) // 2)
        cuts = {"net": data.rfind(b" "), "mtx": data.rfind(b" "), "metis": head}
        yield f"cut.{extension}", data[:cuts.get(extension, len(data) // 2)], ""


def good_cases(_):
    """Large numbers where they are only names, and nesting that is none."""
    yield "names.csv", f"source,target\n{HUGE},1\n7,{HUGE}\n", ""
    yield "names.snap", f"# ids\n{HUGE} 1\n7 {HUGE}\n99999999999999999999 7\n", ""
    yield "names.gml", f"graph [ node [ id {HUGE} ] node [ id 1 ] edge [ source {HUGE} target 1 ] ]", ""
    yield "names.json", f'{{"nodes": [{{"id": {HUGE}}}], "links": []}}', ""
    yield "count.gexf", f"<gexf><graph><nodes count='{HUGE}'><node id='a'/></nodes></graph></gexf>", ""
    yield "groups.dot", "graph {" + "{}" * (DEEP // 2) + "}", ""


def run(folder, *arguments):
    """Exit code, stderr, seconds of the processor as a user, bytes at the peak."""
    out, err = folder / "stdout", folder / "stderr"
    create = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 1, str(out), create, 0o644), (os.POSIX_SPAWN_OPEN, 2, str(err), create, 0o644)]
    child = os.posix_spawn(program, [program, *arguments], os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    said = err.read_text("utf-8")
    assert out.stat().st_size == 0, arguments
    out.unlink()
    err.unlink()
    return os.waitstatus_to_exitcode(status), said, usage.ru_utime, usage.ru_maxrss * 1024


def make(folder, cases):
    """Writes the files of the cases, in a process of its own: a child's peak starts at that of its parent."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            told = []
            for name, content, words in cases(folder):
                (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
                told.append((name, words))
            (folder / "told").write_text(json.dumps(told), encoding="utf-8")
            status = 0
        except Exception:
            traceback.print_exc()
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return json.loads((folder / "told").read_text("utf-8"))


def faults_of(folder, name, words, wanted, bounded):
    """What is wrong about how the program ends on the file."""
    before = sorted(os.listdir(folder))
    code, said, seconds, peak = run(folder, "convert", str(folder / name), str(folder / "made.csv"))
    if code != wanted:
        yield f"exit code {code}, not {wanted}: {said[:300]}"
    if code == 3 and not (said.startswith("regionet: ") and name in said and words in said):
        yield f"no message that names the file and says '{words}': {said[:300]}"
    if code != 0 and sorted(os.listdir(folder)) != before:
        yield "a file was left"
    if bounded and seconds > MOST_SECONDS:
        yield f"{seconds:.1f} s"
    if bounded and peak > MOST_BYTES:
        yield f"{peak / 1e6:.0f} MB"
    if show:
        print(f"{name:32} {code:2} {seconds:5.2f} s {peak / 1e6:6.1f} MB  {said.strip()[-150:]!r}")


def main():
    bounded = not has_sanitizer()
    hostile = (xml_cases, nested_cases, count_cases, text_cases, rgn_cases, truncated_cases)
    faults, files = [], 0
    for wanted, sources in ((3, hostile), (0, (good_cases,))):
        for cases in sources:
            with tempfile.TemporaryDirectory() as temporary:
                folder = pathlib.Path(temporary)
                for name, words in make(folder, cases):
                    files += 1
                    faults += [f"{name}: {fault}" for fault in faults_of(folder, name, words, wanted, bounded)]
    assert not faults, "\n".join(faults)
    print(f"{files} files, a clear end to each")


main()
