// `npm run eval`: how well the libraries do on real questions whose answers are known. `--panel FILE` asks the forecasts, else the ranking.
await import(process.argv.includes("--panel") ? "../analytics/eval/main.ts" : "../matching/eval/main.ts");
