"""The chat page; only `chat` imports Gradio."""
