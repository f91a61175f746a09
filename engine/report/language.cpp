// SPDX-License-Identifier: Apache-2.0
#include "engine/report/language.hpp"

#include <algorithm>

namespace regionet {
namespace {

struct Entry {
  std::string_view key;
  std::array<std::string_view, 4> words;  // by Language
};

constexpr Entry entries[] = {
    {"rank", {"rank", "место", "排名", "месца"}},
    {"id", {"id", "код записи", "编号", "код запісу"}},
    {"id_a", {"id (a)", "код (а)", "编号（甲）", "код (а)"}},
    {"id_b", {"id (b)", "код (б)", "编号（乙）", "код (б)"}},
    {"name", {"name", "название", "名称", "назва"}},
    {"name_a", {"name (a)", "название (а)", "名称（甲）", "назва (а)"}},
    {"name_b", {"name (b)", "название (б)", "名称（乙）", "назва (б)"}},
    {"code", {"code", "код ISO", "代码", "код ISO"}},
    {"country", {"country", "страна", "国家", "краіна"}},
    {"agreements", {"agreements", "соглашения", "协议", "пагадненні"}},
    {"agreement", {"agreement", "соглашение", "协议", "пагадненне"}},
    {"strength", {"strength", "сила", "强度", "сіла"}},
    {"degree", {"degree", "партнёры", "度", "партнёры"}},
    {"harmonic", {"harmonic", "гармоническая", "调和", "гарманічная"}},
    {"betweenness", {"betweenness", "посредничество", "中介", "пасярэдніцтва"}},
    {"pagerank", {"pagerank", "PageRank", "PageRank", "PageRank"}},
    {"eigenvector", {"eigenvector", "собственный вектор", "特征向量", "уласны вектар"}},
    {"borda", {"borda", "счёт Борда", "博达计数", "лік Барда"}},
    {"of", {"of", "чего", "对象", "чаго"}},
    {"field", {"field", "поле", "字段", "поле"}},
    {"measure", {"measure", "мера", "度量", "мера"}},
    {"kendall_tau_b",
     {"How far the measures agree (Kendall's tau-b, -1 to 1)", "Согласие мер (тау-b Кендалла, от -1 до 1)",
      "各度量的一致程度（肯德尔 tau-b，-1 到 1）", "Згода мер (таў-b Кендала, ад -1 да 1)"}},
    {"types", {"types", "виды", "类型", "віды"}},
    {"first", {"first", "первое", "最早", "першае"}},
    {"last", {"last", "последнее", "最晚", "апошняе"}},
    {"type", {"type", "вид", "类型", "від"}},
    {"status", {"status", "статус", "状态", "статус"}},
    {"date", {"date", "дата", "日期", "дата"}},
    {"until", {"until", "до", "截止", "да"}},
    {"actors", {"actors", "участники", "参与方", "удзельнікі"}},
    {"actor_ids", {"actor ids", "коды участников", "参与方编号", "коды ўдзельнікаў"}},
    {"weight", {"weight", "вес", "权重", "вага"}},
    {"value_usd", {"value (USD)", "сумма (USD)", "金额（美元）", "сума (USD)"}},
    {"evidence", {"evidence", "источник", "出处", "крыніца"}},
    {"note", {"note", "примечание", "备注", "заўвага"}},
    {"kind", {"kind", "род", "种类", "род"}},
    {"scope", {"scope", "уровень", "范围", "узровень"}},
    {"within", {"within", "в составе", "所属", "у складзе"}},
    {"population", {"population", "население", "人口", "насельніцтва"}},
    {"total", {"total", "всего", "合计", "усяго"}},
    {"figure", {"figure", "показатель", "指标", "паказчык"}},
    {"value", {"value", "значение", "数值", "значэнне"}},
    {"definition", {"definition", "определение", "定义", "азначэнне"}},
    {"title", {"title", "заглавие", "标题", "загаловак"}},
    {"group", {"group", "группа", "组", "група"}},
    {"author", {"author", "автор", "作者", "аўтар"}},
    {"year", {"year", "год", "年份", "год"}},
    {"twinning", {"twinning", "побратимство", "友好城市", "пабрацімства"}},
    {"cooperation_agreement",
     {"cooperation agreement", "соглашение о сотрудничестве", "合作协议", "пагадненне аб супрацоўніцтве"}},
    {"memorandum", {"memorandum", "меморандум", "备忘录", "мемарандум"}},
    {"letter_of_intent", {"letter of intent", "протокол о намерениях", "意向书", "пратакол аб намерах"}},
    {"programme", {"programme", "программа", "计划", "праграма"}},
    {"joint_venture", {"joint venture", "совместное предприятие", "合资企业", "сумеснае прадпрыемства"}},
    {"joint_centre", {"joint centre", "совместный центр", "联合中心", "сумесны цэнтр"}},
    {"investment", {"investment", "инвестиции", "投资", "інвестыцыі"}},
    {"contract", {"contract", "контракт", "合同", "кантракт"}},
    {"education", {"education", "образование", "教育", "адукацыя"}},
    {"representative_office", {"representative office", "представительство", "代表处", "прадстаўніцтва"}},
    {"other", {"other", "прочее", "其他", "іншае"}},
    {"signed", {"signed", "подписано", "已签署", "падпісана"}},
    {"opened", {"opened", "открыто", "已开设", "адкрыта"}},
    {"renewed", {"renewed", "возобновлено", "已续签", "адноўлена"}},
    {"ended", {"ended", "завершено", "已结束", "завершана"}},
    {"planned", {"planned", "планируется", "计划中", "плануецца"}},
    {"negotiated", {"negotiated", "обсуждается", "洽谈中", "абмяркоўваецца"}},
    {"authority", {"authority", "власти", "政府", "улады"}},
    {"city", {"city", "город", "城市", "горад"}},
    {"university", {"university", "университет", "大学", "універсітэт"}},
    {"company", {"company", "компания", "公司", "кампанія"}},
    {"mixed", {"mixed", "смешанные", "混合", "змешаныя"}},
    {"period", {"period", "период", "时期", "перыяд"}},
    {"new_certain", {"new, certain", "новые, точно", "新增（确定）", "новыя, дакладна"}},
    {"new_expected", {"new, expected", "новые, в среднем", "新增（期望）", "новыя, у сярэднім"}},
    {"new_possible", {"new, possible", "новые, возможно", "新增（可能）", "новыя, магчыма"}},
    {"certain", {"certain", "точно", "确定", "дакладна"}},
    {"expected", {"expected", "в среднем", "期望", "у сярэднім"}},
    {"possible", {"possible", "возможно", "可能", "магчыма"}},
    {"ties_certain", {"ties, certain", "связи, точно", "联系（确定）", "сувязі, дакладна"}},
    {"ties_expected", {"ties, expected", "связи, в среднем", "联系（期望）", "сувязі, у сярэднім"}},
    {"ties_possible", {"ties, possible", "связи, возможно", "联系（可能）", "сувязі, магчыма"}},
    {"actors_certain", {"places, certain", "участники, точно", "参与方（确定）", "удзельнікі, дакладна"}},
    {"actors_expected", {"places, expected", "участники, в среднем", "参与方（期望）", "удзельнікі, у сярэднім"}},
    {"actors_possible", {"places, possible", "участники, возможно", "参与方（可能）", "удзельнікі, магчыма"}},
    {"growth", {"How the network grew", "Как росла сеть", "网络的增长", "Як расла сетка"}},
    {"cumulative",
     {"agreements by the end of each period", "соглашения к концу периода", "各时期末的协议数",
      "пагадненні да канца перыяду"}},
    {"bands_of_dates", {"as far as the dates tell", "насколько известны даты", "依日期所知", "наколькі вядомыя даты"}},
    {"new_agreements",
     {"new agreements of each period, by type", "новые соглашения за период, по видам", "各时期新增协议（按类型）",
      "новыя пагадненні за перыяд, па відах"}},
    {"further_types", {"further types", "остальные виды", "其余类型", "астатнія віды"}},
    {"rate_changes", {"the rate changes", "темп меняется", "速率变化", "тэмп мяняецца"}},
    {"claims_of_sources",
     {"What the sources say of the whole", "Что источники говорят о целом", "来源对整体的说法",
      "Што крыніцы кажуць пра цэлае"}},
    {"subject", {"subject", "о ком", "主体", "пра каго"}},
    {"claim_measure", {"what is counted", "что считается", "统计内容", "што лічыцца"}},
    {"claimed", {"claimed", "по источнику", "来源数值", "паводле крыніцы"}},
    {"unit", {"unit", "единица", "单位", "адзінка"}},
    {"named", {"named here", "названо здесь", "本数据列出", "названа тут"}},
    {"vertices", {"vertices", "вершины", "顶点", "вяршыні"}},
    {"vertices_from", {"with at least as many", "не менее", "不少于此数者", "не менш"}},
    {"distance", {"distance", "расстояние", "距离", "адлегласць"}},
    {"pairs", {"pairs", "пары", "点对", "пары"}},
    {"removed", {"taken away", "удалено", "已移除", "выдалена"}},
    {"share", {"share", "доля", "比例", "доля"}},
    {"source", {"source", "источник", "来源", "крыніца"}},
    {"locator", {"locator", "место", "位置", "месца"}},
    {"community", {"community", "сообщество", "社群", "супольнасць"}},
    {"communities", {"communities", "сообщества", "社群数", "супольнасці"}},
    {"certainty", {"certainty", "уверенность", "确定度", "упэўненасць"}},
    {"consensus", {"consensus", "согласие", "共识", "згода"}},
    {"resolution", {"resolution", "разрешение", "分辨率", "раздзяленне"}},
    {"largest", {"largest", "наибольшее", "最大", "найбольшая"}},
    {"quality", {"quality", "качество", "质量", "якасць"}},
    {"change", {"change", "изменение", "变化", "змена"}},
    {"plateau", {"plateau", "плато", "平台", "плато"}},
    {"moved", {"moved", "перешли", "变动", "перайшлі"}},
    {"community_a", {"community (a)", "сообщество (а)", "社群（甲）", "супольнасць (а)"}},
    {"community_b", {"community (b)", "сообщество (б)", "社群（乙）", "супольнасць (б)"}},
    {"explanation", {"Why these communities", "Почему такие сообщества", "社群说明", "Чаму такія супольнасці"}},
    {"roles", {"roles", "роли", "角色", "ролі"}},
    {"places", {"places", "места", "地方", "месцы"}},
    {"inside", {"inside", "внутри", "内部", "унутры"}},
    {"outside", {"outside", "наружу", "外部", "вонкі"}},
    {"strongest", {"strongest ties", "сильнейшие связи", "最强联系", "наймацнейшыя сувязі"}},
    {"of_type", {"of type in all", "всего вида", "全部", "усяго"}},
    {"stands_out", {"stands out", "выделяется", "突出", "вылучаецца"}},
    {"within_z", {"z within", "z внутри", "内部z值", "z унутры"}},
    {"participation", {"participation", "участие", "参与系数", "удзел"}},
    {"circle", {"circle", "круг", "圆", "круг"}},
    {"line", {"line", "линия", "线", "лінія"}},
};

}  // namespace

static_assert(
    [] {
      for (std::size_t i = 0; i < std::size(entries); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (entries[i].key == entries[j].key) return false;
        }
      }
      return true;
    }(),
    "every key has one entry");

std::string word(Language language, std::string_view key) {
  const auto* found = std::ranges::find(entries, key, &Entry::key);
  return std::string(found == std::end(entries) ? key : found->words[static_cast<std::size_t>(language)]);
}

std::string_view name_of(const Network& network, ActorId actor, Language language) {
  const std::string_view name = network.name(actor, languages[static_cast<std::size_t>(language)]);
  return name.empty() ? network.name(actor) : name;
}

}  // namespace regionet
