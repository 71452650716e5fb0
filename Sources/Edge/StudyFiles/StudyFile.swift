// study.yaml.
