// The history's chart gains a cursor that reads figures out. Without a script the drawing stays.

const drawHistory = async (figure) => {
  const answer = await fetch(figure.dataset.chart);
  if (!answer.ok || !window.uPlot) return;
  const history = await answer.json();
  const numbers = (texts) => texts.map((text) => (text === null ? null : Number(text)));
  const seconds = history.days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000);
  const written = new Map(seconds.map((stamp, place) => [stamp, history.written[place]]));
  const colour = (name) => getComputedStyle(figure).getPropertyValue(name).trim();
  const axis = { stroke: colour("--ink-soft"), grid: { stroke: colour("--line"), width: 1 } };
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(figure);
  const width = () => figure.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
  const options = {
    width: width(),
    height: 320,
    tzDate: (stamp) => window.uPlot.tzDate(new Date(stamp * 1000), "UTC"),
    scales: { percent: { range: (chart, low, high) => [0, Math.max(high * 2, 1)] } },
    axes: [
      { ...axis, space: 80, values: (chart, ticks) => ticks.map((tick) => written.get(tick) ?? "") },
      { ...axis, size: 64 },
      { ...axis, scale: "percent", side: 1, grid: { show: false } },
    ],
    series: [
      { label: figure.dataset.day, value: (chart, stamp) => written.get(stamp) ?? "—" },
      { label: figure.dataset.official, stroke: colour("--chart-official"), width: 2 },
      { label: figure.dataset.selling, stroke: colour("--chart-selling"), width: 2 },
      { label: figure.dataset.spread, stroke: colour("--chart-spread"), width: 1, scale: "percent", dash: [4, 4] },
    ],
  };
  const data = [seconds, numbers(history.official), numbers(history.selling), numbers(history.spread)];
  figure.querySelector("svg").remove();
  figure.querySelector("figcaption").remove();
  const chart = new window.uPlot(options, data, figure);
  addEventListener("resize", () => chart.setSize({ width: width(), height: 320 }));
};

for (const figure of document.querySelectorAll("[data-chart]")) drawHistory(figure);
