"""What is raced: four metrics, each with its value from before the split."""

METRICS = ["converted", "orders", "revenue", "minutes"]
COVARIATES = {metric: f"{metric}_before" for metric in METRICS}
